package io.strata.realtime;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.common.ForeignJson;
import io.strata.common.Json;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.transaction.StoreFailure;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.PongMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Events over WebSocket. A connection is somebody's from its first request (bearer token, or the cookie of our own pages) or
 * from its first message; tokens never stand in the address. Then it says what it wants to follow, as often as it likes.
 */
@ServerEndpoint(value = "/ws/events", configurator = Handshake.class)
public class EventSocket {

    private static final Logger LOG = Logger.getLogger(EventSocket.class.getName());

    private static final int FOREIGN = 4403;
    private static final int TOO_MANY = 4429;
    private static final int MESSAGE_BYTES = 16_384;
    private static final int MESSAGES_PER_MINUTE = 120;

    @Inject
    EventHub hub;

    @Inject
    Proofs proofs;

    @Inject
    Doorkeeper doorkeeper;

    private SocketOutlet outlet;
    private CallerProof proof;
    private Following following;
    private boolean closed;
    private Instant minute = Instant.now();
    private int messages;

    /** Takes the proof that the first request has brought, or waits a moment for another. */
    @OnOpen
    public synchronized void open(Session session, EndpointConfig config) {
        session.setMaxTextMessageBufferSize(MESSAGE_BYTES);
        outlet = new SocketOutlet(session);
        if (Handshake.isForeign(config)) {
            outlet.close(FOREIGN, "foreign_origin");
            return;
        }
        Optional<String> token = Handshake.token(config);
        if (token.isPresent()) {
            authenticate(token.get());
        } else {
            doorkeeper.remind(this::requireSomebody);
        }
    }

    /** Does what the client asks for; what is wrong with it is answered, and the connection stays. */
    @OnMessage(maxMessageSize = MESSAGE_BYTES)
    public synchronized void hear(String text) {
        outlet.heard();
        if (tooMany()) {
            outlet.close(TOO_MANY, "too_many_messages");
            return;
        }
        try {
            obey(read(text));
        } catch (ProblemException problem) {
            refuse(problem.type(), problem.getMessage());
        } catch (RuntimeException failure) {
            ProblemType type = StoreFailure.classify(failure).orElse(ProblemType.INTERNAL_ERROR);
            if (type == ProblemType.INTERNAL_ERROR) {
                LOG.log(Level.WARNING, "A message could not be obeyed", failure);
            }
            refuse(type, "That could not be done just now.");
        }
    }

    /** The other side is there. */
    @OnMessage
    public void pong(PongMessage pong) {
        outlet.heard();
    }

    /** Ends what was followed. */
    @OnClose
    public synchronized void close() {
        closed = true;
        if (following != null) {
            following.closed();
        }
    }

    /** A connection that breaks is no news; {@link #close} follows. */
    @OnError
    public void fail(Throwable failure) {
        LOG.log(Level.FINE, "A connection broke", failure);
    }

    private void obey(SocketMessage message) {
        switch (message.type() == null ? "" : message.type()) {
            case "authenticate" -> authenticate(message.token());
            case "subscribe" -> subscribe(message);
            default -> throw new ProblemException(ProblemType.BAD_REQUEST, "type must be authenticate or subscribe.");
        }
    }

    private void authenticate(String token) {
        CallerProof offered = proofs.of(token == null ? "" : token);
        Optional<Caller> recognised = offered.caller();
        if (recognised.isEmpty()) {
            outlet.close(Ending.UNAUTHENTICATED);
            return;
        }
        try {
            CurrentCaller.runAs(recognised.get(), () -> accept(offered));
        } catch (ProblemException problem) {
            if (problem.type() != ProblemType.RATE_LIMITED) {
                throw problem;
            }
            outlet.close(TOO_MANY, "too_many_connections");
            return;
        }
        outlet.say(Map.of("type", "authenticated", "actor_id", recognised.get().actorId()));
    }

    private void accept(CallerProof offered) {
        if (following == null) {
            following = hub.follow(outlet, offered);
        } else {
            hub.renew(following, offered);
        }
        proof = offered;
    }

    private void subscribe(SocketMessage message) {
        if (following == null) {
            throw new ProblemException(ProblemType.UNAUTHENTICATED, "Say who you are first.");
        }
        List<String> channels = message.channels() == null ? List.of() : message.channels();
        if (channels.stream().anyMatch(Objects::isNull)) {
            throw ProblemException.validation("channels", "must be texts");
        }
        Optional<Caller> caller = proof.caller();
        if (caller.isEmpty()) {
            outlet.close(Ending.UNAUTHENTICATED);
            return;
        }
        CurrentCaller.runAs(caller.get(), () -> hub.subscribe(following, channels, message.after()));
    }

    private void refuse(ProblemType type, String message) {
        outlet.say(Map.of("type", "error", "code", type.code(), "message", message));
    }

    private synchronized void requireSomebody() {
        if (following == null && !closed) {
            outlet.close(Ending.UNAUTHENTICATED);
        }
    }

    private boolean tooMany() {
        Instant now = Instant.now();
        if (now.isAfter(minute.plusSeconds(60))) {
            minute = now;
            messages = 0;
        }
        return ++messages > MESSAGES_PER_MINUTE;
    }

    private static SocketMessage read(String text) {
        try {
            ForeignJson.requireWhole(text);
            SocketMessage message = Json.read(text, SocketMessage.class);
            if (message != null) {
                return message;
            }
        } catch (JsonbException | JsonException e) {
            // falls through: whatever it is, it is none of ours
        }
        throw new ProblemException(ProblemType.BAD_REQUEST, "A message must be a JSON object.");
    }
}
