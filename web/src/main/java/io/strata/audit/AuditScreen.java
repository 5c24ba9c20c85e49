package io.strata.audit;

import io.strata.common.Json;
import io.strata.jobs.JobExecutionView;
import io.strata.jobs.JobService;
import io.strata.screens.CursorPages;
import io.strata.screens.FieldPair;
import io.strata.screens.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.List;
import java.util.Map;

/** The audit of the whole installation: its entries by filters, and the chain that they are in. */
@Named
@ViewScoped
public class AuditScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;
    private static final int LATEST_EXECUTIONS = 20;

    @Inject
    AuditLog audit;

    @Inject
    AuditChain chain;

    @Inject
    JobService jobs;

    @Inject
    Messages messages;

    private final AuditQuery search = new AuditQuery();
    private final CursorPages<AuditView> pages = new CursorPages<>(cursor -> audit.list(search.filter(), cursor, PAGE));
    private transient AuditView selected;
    private transient ChainState state;
    private transient JobExecutionView running;

    public CursorPages<AuditView> getPages() {
        return pages;
    }

    /** What is filtered by. */
    public AuditQuery getSearch() {
        return search;
    }

    /** Begins the list anew, with other filters. */
    public void restart() {
        pages.restart();
    }

    /** Where the list can be had as a file. */
    public String exportLink(String format) {
        return "/api/v1/audit/export?format=" + format + search.parameters();
    }

    /** The entry whose before and after are shown. */
    public AuditView getSelected() {
        return selected;
    }

    public void select(AuditView entry) {
        selected = entry;
    }

    /** The fields of the states before and after, beside each other. */
    public List<FieldPair> getRows() {
        return selected == null ? List.of() : FieldPair.of(fields(selected.before()), fields(selected.after()));
    }

    /** Whether the entry that is shown has both states, so that it is worth marking what differs. */
    public boolean isChange() {
        return selected != null && selected.before() != null && selected.after() != null;
    }

    /** How far the chain goes and what is known of it. */
    public ChainState getState() {
        if (state == null) {
            look();
        }
        return state;
    }

    /** The verification that is under way; {@code null} when none is. */
    public JobExecutionView getRunning() {
        if (state == null) {
            look();
        }
        return running;
    }

    /** Looks at the chain again. */
    public void look() {
        state = chain.state();
        running = jobs.executions(null, LATEST_EXECUTIONS).items().stream()
                .filter(execution -> execution.job().equals(ChainVerification.JOB) && execution.endedAt() == null)
                .findFirst()
                .orElse(null);
    }

    /** Verifies the chain now. */
    public void verify() {
        messages.attempt(() -> jobs.start(ChainVerification.JOB), "audit.verifyNote");
        look();
    }

    private static Map<?, ?> fields(JsonValue state) {
        return state instanceof JsonObject ? Json.read(state.toString(), Map.class) : Map.of();
    }
}
