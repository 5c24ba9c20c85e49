package io.strata.requests;

import io.strata.access.CurrentCaller;
import io.strata.common.ProblemException;
import io.strata.common.ProblemResponse;
import io.strata.common.ProblemType;
import io.strata.common.ThrowableMapper;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Carries out a changing request in one transaction when it has an {@code If-Match} or an {@code Idempotency-Key}, and
 * holds its answer back until the transaction has committed.
 *
 * <p><em>If-Match.</em> The change is made first, which takes the locks of all that it changes. Then the address of the
 * request is read by the same caller outside of the transaction. What is read there is the state on top of which the
 * change was made, and because of the locks nobody can change that state any more: if it is not the one of the entity
 * tag, everything is rolled back. This holds for every address that can be read, whatever store is behind it; and an
 * invalid request is told that it is invalid rather than that it is too late, as RFC 9110 (13.2.1) has it.
 *
 * <p><em>Idempotency-Key.</em> The answer is kept in the transaction of the request, so that there is one exactly if the
 * request was carried out, whatever dies before the client knows. Only a success is kept: anything else has changed
 * nothing and may as well be tried again.
 *
 * <p>Mapped in {@code web.xml} as the last filter of the API.
 */
public class WholeRequestFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String IF_MATCH = "If-Match";
    private static final String REPLAYED = "Idempotency-Replayed";
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
    private static final Set<String> REPLACING = Set.of("PUT", "PATCH");

    @Inject
    private transient WholeRequest transaction;

    @Inject
    private transient Repetitions repetitions;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isWhole(request)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            carryOut(request, response, chain);
        } catch (Unsuccessful unsuccessful) {
            unsuccessful.answer().release(response);
        } catch (IOException | ServletException e) {
            throw e;
        } catch (Exception failure) {
            ProblemResponse.send(response, failure);
        }
    }

    /** Whoever is nobody is told so by the endpoint; files are too large to be held. */
    private static boolean isWhole(HttpServletRequest request) {
        String type = request.getContentType();
        return CHANGING.contains(request.getMethod())
                && CurrentCaller.find().isPresent()
                && (type == null || !type.startsWith("multipart/"))
                && (request.getHeader(IF_MATCH) != null || request.getHeader(IdempotencyKey.HEADER) != null);
    }

    private void carryOut(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws Exception {
        Optional<IdempotencyKey> key = IdempotencyKey.of(request);
        byte[] body = request.getInputStream().readAllBytes();
        byte[] fingerprint = IdempotencyKey.fingerprint(request, body);
        Exchange exchange = new Exchange(new ReadRequest(request, body), response, chain);
        Optional<KeptAnswer> before = transaction.run(() -> {
            Optional<KeptAnswer> kept = key.flatMap(known -> repetitions.find(known.value(), fingerprint));
            if (kept.isEmpty()) {
                exchange.makeChange();
                key.ifPresent(known -> repetitions.keep(known.value(), fingerprint, exchange.answer.kept()));
            }
            return kept;
        });
        if (before.isPresent()) {
            replay(before.get(), response);
        } else {
            exchange.answer.release(response);
        }
    }

    private static void replay(KeptAnswer kept, HttpServletResponse response) throws IOException {
        response.setStatus(kept.status());
        response.setHeader(REPLAYED, "true");
        Optional.ofNullable(kept.location()).ifPresent(location -> response.setHeader("Location", location));
        Optional.ofNullable(kept.entityTag()).ifPresent(tag -> response.setHeader("ETag", tag));
        if (kept.body().length > 0) {
            response.setContentType(kept.contentType());
            response.setContentLength(kept.body().length);
            response.getOutputStream().write(kept.body());
        }
    }

    /** A request with its answer; both anew when the transaction is made again. */
    private final class Exchange {

        private final ReadRequest request;
        private final HttpServletResponse response;
        private final FilterChain chain;
        private HeldAnswer answer;

        private Exchange(ReadRequest request, HttpServletResponse response, FilterChain chain) {
            this.request = request;
            this.response = response;
            this.chain = chain;
        }

        private void makeChange() throws Exception {
            request.removeAttribute(ThrowableMapper.FAILURE);
            answer = new HeldAnswer(response);
            chain.doFilter(request, answer);
            if (!answer.isSuccess()) {
                throw new Unsuccessful(answer, (Throwable) request.getAttribute(ThrowableMapper.FAILURE));
            }
            transaction.settle();
            if (request.getHeader(IF_MATCH) != null) {
                requireUnchanged();
                if (REPLACING.contains(request.getMethod())) {
                    Optional.ofNullable(tag()).ifPresent(tag -> answer.setHeader("ETag", tag));
                }
            }
        }

        private void requireUnchanged() throws Exception {
            HeldAnswer found = transaction.outside(this::read);
            boolean unchanged = found.getStatus() == HttpServletResponse.SC_OK
                    && EntityTags.matchStrongly(request.getHeader(IF_MATCH), found.getHeader("ETag"));
            if (!unchanged) {
                throw new ProblemException(
                        ProblemType.PRECONDITION_FAILED,
                        "It has changed since you read it, or it cannot be read. Nothing was changed.");
            }
        }

        /** As it is going to be for everybody when the transaction has committed. */
        private String tag() throws Exception {
            return read().getHeader("ETag");
        }

        private HeldAnswer read() throws IOException, ServletException {
            HeldAnswer found = new HeldAnswer(response);
            chain.doFilter(new Reading(request), found);
            return found;
        }
    }
}
