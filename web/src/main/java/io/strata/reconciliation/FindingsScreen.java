package io.strata.reconciliation;

import io.strata.jobs.JobService;
import io.strata.screens.CursorPages;
import io.strata.screens.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What reconciliation has found, with both sides of each disagreement. */
@Named
@ViewScoped
public class FindingsScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;
    private static final String JOB = "reconciliation";

    @Inject
    FindingService findings;

    @Inject
    JobService jobs;

    @Inject
    Messages messages;

    private final CursorPages<FindingView> pages =
            new CursorPages<>(cursor -> findings.list(getStatus(), getKind(), cursor, PAGE));
    private String status = "open";
    private String kind;
    private FindingView selected;

    public CursorPages<FindingView> getPages() {
        return pages;
    }

    /** The kinds that a finding can be of. */
    public List<String> getKinds() {
        return Arrays.stream(FindingKind.values())
                .map(value -> value.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** How many open findings there are of each kind that has any. */
    public List<Map.Entry<String, Long>> getOpenByKind() {
        return List.copyOf(findings.openByKind().entrySet());
    }

    /** The finding whose sides are shown. */
    public FindingView getSelected() {
        return selected;
    }

    public void select(FindingView finding) {
        selected = finding;
    }

    /** Compares the stores now. */
    public void run() {
        messages.attempt(() -> jobs.start(JOB), "findings.runNote");
        pages.restart();
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        this.status = status;
        pages.restart();
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
        pages.restart();
    }
}
