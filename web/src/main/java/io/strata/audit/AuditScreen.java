package io.strata.audit;

import io.strata.screens.CursorPages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** The audit of the whole installation, newest first. */
@Named
@ViewScoped
public class AuditScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    @Inject
    AuditLog audit;

    private final CursorPages<AuditView> pages = new CursorPages<>(cursor -> audit.all(cursor, PAGE));
    private AuditView selected;

    public CursorPages<AuditView> getPages() {
        return pages;
    }

    /** The entry whose before and after are shown. */
    public AuditView getSelected() {
        return selected;
    }

    public void select(AuditView entry) {
        selected = entry;
    }
}
