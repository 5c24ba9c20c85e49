package io.strata.recovery;

import io.strata.screens.CursorPages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** Transactions in doubt, and those that were. */
@Named
@ViewScoped
public class TransactionsScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;

    @Inject
    RecoveryService recovery;

    private final CursorPages<RecoveredView> pages = new CursorPages<>(cursor -> recovery.recovered(cursor, PAGE));
    private transient List<InDoubtTransaction> inDoubt;

    /** What is in doubt now, asked once per request. */
    public List<InDoubtTransaction> getInDoubt() {
        if (inDoubt == null) {
            inDoubt = recovery.inDoubt();
        }
        return inDoubt;
    }

    public CursorPages<RecoveredView> getPages() {
        return pages;
    }

    /** Asks again. */
    public void refresh() {
        inDoubt = null;
        pages.refresh();
    }
}
