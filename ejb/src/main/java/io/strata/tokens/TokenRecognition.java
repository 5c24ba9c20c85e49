package io.strata.tokens;

import io.strata.access.Caller;
import io.strata.access.Open;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Finds out on whose behalf somebody calls who presents a token. A token that has ended is nobody's from then on. */
@ApplicationScoped
public class TokenRecognition {

    @Inject
    TokenLedger ledger;

    /** Whether a bearer's text looks like a token, and not like the proof of a sign-in. */
    @Open("knows nothing of anybody's data")
    public boolean concerns(String text) {
        return text.startsWith(TokenText.PREFIX);
    }

    /**
     * The token's actor, within the limits of the token; empty when it has ended or its actor is not active. Notes once a
     * minute that it is used, and that somebody has tried it who was refused.
     */
    @Open("finds out who the caller is")
    public Optional<Caller> recognise(String text) {
        if (!TokenText.isWellFormed(text)) {
            return Optional.empty();
        }
        Optional<TokenLedger.Presentation> presentation = ledger.find(text);
        if (presentation.isEmpty()) {
            return Optional.empty();
        }
        TokenLedger.Presentation known = presentation.get();
        if (!known.valid()) {
            ledger.refuse(known);
            return Optional.empty();
        }
        if (known.stale()) {
            ledger.use(known.token());
        }
        return Optional.of(known.caller());
    }

    /** As above, for a connection that stays open: that it is still there, or has to end, is not noted. */
    @Open("finds out who the caller is")
    public Optional<Caller> recogniseAgain(String text) {
        return TokenText.isWellFormed(text)
                ? ledger.find(text).filter(TokenLedger.Presentation::valid).map(TokenLedger.Presentation::caller)
                : Optional.empty();
    }

    /** The actor of a token, within its limits, for what is done later than they have asked; empty when it has ended. */
    @Open("a part of services that have asked for permission")
    public Optional<Caller> stillValid(UUID tokenId) {
        return ledger.find(tokenId).filter(TokenLedger.Presentation::valid).map(TokenLedger.Presentation::caller);
    }
}
