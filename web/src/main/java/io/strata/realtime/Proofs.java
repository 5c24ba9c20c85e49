package io.strata.realtime;

import io.strata.accounts.Recognised;
import io.strata.accounts.SignInService;
import io.strata.tokens.TokenRecognition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns what a request was authenticated with into a proof that can be asked again as long as the connection lasts. */
@ApplicationScoped
class Proofs {

    private static final String BEARER = "Bearer ";

    @Inject
    SignInService signIn;

    @Inject
    TokenRecognition tokens;

    /** From a bearer token in a header, or else from a cookie. */
    CallerProof of(String authorization, Supplier<Optional<String>> cookie) {
        return bearer(authorization).or(cookie).map(this::of).orElse(Optional::empty);
    }

    /** From a token, of a sign-in or an API token. */
    CallerProof of(String token) {
        return tokens.concerns(token)
                ? () -> tokens.recogniseAgain(token)
                : () -> signIn.recognise(token).map(Recognised::caller);
    }

    /** The token of an {@code Authorization} header. */
    static Optional<String> bearer(String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> header.startsWith(BEARER))
                .map(header -> header.substring(BEARER.length()).strip());
    }
}
