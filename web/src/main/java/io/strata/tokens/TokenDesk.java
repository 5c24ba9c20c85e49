package io.strata.tokens;

import io.strata.access.Action;
import io.strata.screens.CursorPages;
import io.strata.screens.Messages;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.primefaces.PrimeFaces;

/** The part of a screen where tokens are listed, made and revoked, whosever they are. */
public class TokenDesk implements Serializable {

    private static final long serialVersionUID = 1L;

    /** How tokens are made here. */
    @FunctionalInterface
    public interface Issuing extends Serializable {

        /** Makes one. */
        IssuedToken issue(NewToken wanted);
    }

    private final CursorPages<TokenView> pages;
    private final Issuing issuing;
    private final TokenService tokens;
    private final Messages messages;
    private TokenDraft draft = new TokenDraft();
    private IssuedToken issued;

    /**
     * A desk.
     *
     * @param source the tokens that are listed
     * @param issuing {@code null} where none are made
     */
    public TokenDesk(CursorPages.Source<TokenView> source, Issuing issuing, TokenService tokens, Messages messages) {
        this.pages = new CursorPages<>(source);
        this.issuing = issuing;
        this.tokens = tokens;
        this.messages = messages;
    }

    public CursorPages<TokenView> getPages() {
        return pages;
    }

    /** Whether tokens are made here. */
    public boolean isIssuing() {
        return issuing != null;
    }

    /** Empties the form, and forgets the secret that was shown. */
    public void begin() {
        draft = new TokenDraft();
        issued = null;
    }

    /** Makes the token of the form and shows its secret, once. */
    public void issue() {
        issued = null;
        boolean done = messages.attemptForm("tokenForm", () -> issued = issuing.issue(draft.request()));
        PrimeFaces.current().ajax().addCallbackParam("saved", done);
        if (done) {
            messages.done("tokens.createdNote", issued.token().name());
            pages.restart();
        }
    }

    /** Ends a token. */
    public void revoke(TokenView token) {
        messages.attempt(() -> tokens.revoke(token.id()), "tokens.revokedNote", token.name());
        pages.refresh();
    }

    /** The secret of the token that was just made; {@code null} later. */
    public String getSecret() {
        return issued == null ? null : issued.secret();
    }

    public TokenDraft getDraft() {
        return draft;
    }

    /** What a token can be limited to. */
    public List<Action> getActions() {
        return Arrays.stream(Action.values()).filter(Action::inWorkspaces).toList();
    }

    /** The action in words. */
    public String words(Action action) {
        return action.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** What a token may be used for, in words; empty when it is for everything. */
    public String uses(TokenView token) {
        return token.actions() == null
                ? ""
                : String.join(", ", token.actions().stream().map(this::words).toList());
    }

    /** The places of a token in words. */
    public String places(TokenView token) {
        return String.join(
                ", ",
                token.places().stream()
                        .map(place -> place.node() != null
                                ? place.node().shortId()
                                : place.nodeId() != null ? "?" : place.workspaceName())
                        .toList());
    }
}
