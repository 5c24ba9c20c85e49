package io.strata.tokens;

import io.strata.screens.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** A person's own tokens. */
@Named
@ViewScoped
public class OwnTokensScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 10;

    @Inject
    TokenService tokens;

    @Inject
    Messages messages;

    private TokenDesk desk;

    @PostConstruct
    void load() {
        desk = new TokenDesk(cursor -> tokens.own(cursor, PAGE), wanted -> tokens.issue(wanted), tokens, messages);
    }

    public TokenDesk getDesk() {
        return desk;
    }
}
