package io.strata.tokens;

import io.strata.screens.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Everybody's tokens, for administrators: seeing and revoking them. */
@Named
@ViewScoped
public class TokensScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;

    @Inject
    TokenService tokens;

    @Inject
    Messages messages;

    private TokenDesk desk;

    @PostConstruct
    void load() {
        desk = new TokenDesk(cursor -> tokens.all(cursor, PAGE), null, tokens, messages);
    }

    public TokenDesk getDesk() {
        return desk;
    }
}
