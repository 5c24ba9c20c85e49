package io.strata.reconciliation;

import io.strata.jobs.JobService;
import io.strata.reconciliation.disagreements.RepairAction;
import io.strata.screens.CursorPages;
import io.strata.screens.FieldPair;
import io.strata.screens.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** What reconciliation has found: both sides of each disagreement, their difference, history, and repairs. */
@Named
@ViewScoped
public class FindingsScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    @Inject
    FindingService findings;

    @Inject
    RepairService repairs;

    @Inject
    JobService jobs;

    @Inject
    Messages messages;

    private final CursorPages<FindingView> pages = new CursorPages<>(cursor -> findings.list(filter(), cursor, PAGE));
    private final Map<UUID, Boolean> chosen = new HashMap<>();
    private String status = "open";
    private String kind;
    private String text;
    private transient FindingView selected;
    private transient List<FindingHistoryView> history;
    private transient List<Preview> previews;
    private RepairAction action;

    public CursorPages<FindingView> getPages() {
        return pages;
    }

    /** The kinds that a finding can be of, with how many are open. */
    public List<KindView> getKinds() {
        return findings.kinds();
    }

    /** The repairs that there are. */
    public RepairAction[] getActions() {
        return RepairAction.values();
    }

    /** Which findings are chosen for a repair of several, by their ids. */
    public Map<UUID, Boolean> getChosen() {
        return chosen;
    }

    /** How many of the page's findings are chosen. */
    public long getChosenCount() {
        return chosenOnPage().size();
    }

    /** The finding whose sides are shown. */
    public FindingView getSelected() {
        return selected;
    }

    /** The fields of both sides, beside each other. */
    public List<FieldPair> getRows() {
        return selected == null
                ? List.of()
                : FieldPair.of(selected.truth().state(), selected.other().state());
    }

    /** What has happened to the finding that is shown. */
    public List<FindingHistoryView> getHistory() {
        return history;
    }

    public void select(FindingView finding) {
        selected = findings.get(finding.id());
        history = findings.history(finding.id());
    }

    /** The repair that is about to be done. */
    public RepairAction getAction() {
        return action;
    }

    /** What it would change, finding by finding. */
    public List<Preview> getPreviews() {
        return previews;
    }

    /** How many of the previewed repairs are possible. */
    public long getPossible() {
        return previews == null
                ? 0
                : previews.stream()
                        .filter(preview -> preview.obstacle() == null)
                        .count();
    }

    /** Shows what a repair of one finding would change. */
    public void prepare(RepairAction wanted, UUID finding) {
        show(wanted, List.of(finding));
    }

    /** Shows what a repair of the chosen findings would change. */
    public void prepareChosen(RepairAction wanted) {
        show(wanted, chosenOnPage());
    }

    private void show(RepairAction wanted, List<UUID> ids) {
        action = wanted;
        previews = List.of();
        String reason = ids.isEmpty()
                ? null
                : messages.reasonAgainst(() -> previews = repairs.preview(new BulkRepair(
                        wanted,
                        ids.stream().map(id -> new BulkRepair.Choice(id, null)).toList())));
        if (reason != null) {
            messages.refused("refused", reason);
        }
    }

    /** Does what was shown; what has changed since is refused. */
    public void repair() {
        List<BulkRepair.Choice> choices = previews.stream()
                .filter(preview -> preview.obstacle() == null)
                .map(preview -> new BulkRepair.Choice(preview.id(), preview.state()))
                .toList();
        if (!choices.isEmpty()) {
            String reason = messages.reasonAgainst(() -> tell(repairs.repair(new BulkRepair(action, choices))));
            if (reason != null) {
                messages.refused("refused", reason);
            }
        }
        chosen.clear();
        previews = List.of();
        pages.restart();
    }

    private void tell(List<RepairOutcome> outcomes) {
        List<RepairOutcome> refused = outcomes.stream()
                .filter(outcome -> outcome.outcome().equals("refused"))
                .toList();
        if (outcomes.size() > refused.size()) {
            messages.done("findings.repairedNote", outcomes.size() - refused.size());
        }
        refused.stream()
                .map(RepairOutcome::message)
                .distinct()
                .forEach(message -> messages.refused("refused", message));
    }

    private List<UUID> chosenOnPage() {
        return pages.getItems().stream()
                .map(FindingView::id)
                .filter(id -> Boolean.TRUE.equals(chosen.get(id)))
                .toList();
    }

    /** Compares the stores now. */
    public void run() {
        messages.attempt(() -> jobs.start(Reconciliation.JOB), "findings.runNote");
        pages.restart();
    }

    private FindingFilter filter() {
        return new FindingFilter(kind, status, text);
    }

    public String getStatus() {
        return status;
    }

    public void setStatus(String status) {
        boolean changed = !Objects.equals(this.status, status);
        this.status = status;
        restart(changed);
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        boolean changed = !Objects.equals(this.kind, kind);
        this.kind = kind;
        restart(changed);
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        boolean changed = !Objects.equals(this.text, text);
        this.text = text;
        restart(changed);
    }

    /** Filters come with every submit of the form; only another one begins another list. */
    private void restart(boolean changed) {
        if (changed) {
            chosen.clear();
            pages.restart();
        }
    }
}
