package io.strata.approvals;

import io.strata.common.Json;
import io.strata.screens.CursorPages;
import io.strata.screens.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What agents want to do: what waits for a person, what it would change, and deciding about it. */
@Named
@ViewScoped
public class ApprovalsScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;

    @Inject
    ApprovalService approvals;

    @Inject
    Messages messages;

    private ApprovalStatus status = ApprovalStatus.PENDING;
    private final CursorPages<ApprovalView> pages =
            new CursorPages<>(cursor -> approvals.list(getStatus(), cursor, PAGE));
    private UUID selectedId;
    private String reason;
    private transient ApprovalView selected;

    /** Shows a request with what it would do. */
    public void select(UUID id) {
        selectedId = id;
        reason = null;
        selected = null;
    }

    /** Approves the request that is shown. */
    public void approve() {
        String refusal = messages.reasonAgainst(() -> selected = approvals.approve(selectedId));
        if (refusal != null) {
            messages.refused("refused", refusal);
            selected = null;
        } else if (selected.status() == ApprovalStatus.PERFORMED) {
            messages.done("approvals.performedNote", selected.requestedBy());
        } else {
            messages.refused("approvals.failedNote", selected.reason());
        }
        pages.restart();
    }

    /** Rejects the request that is shown. */
    public void reject() {
        messages.attempt(() -> approvals.reject(selectedId, reason), "approvals.rejectedNote");
        selected = null;
        pages.restart();
    }

    /** The request that is shown; {@code null} when there is none. */
    public ApprovalView getSelected() {
        if (selected == null && selectedId != null) {
            selected = approvals.get(selectedId);
        }
        return selected;
    }

    /** What the request that is shown would do. */
    public List<CallEffect> getEffects() {
        return getSelected() == null ? List.of() : getSelected().preview().effects();
    }

    /** What a person recognises the node of an effect by. */
    public String node(CallEffect effect) {
        Map<String, Object> before = effect.before();
        if (before == null || !before.containsKey("short_id")) {
            return "";
        }
        return before.get("short_id") + " " + before.get("title");
    }

    /** A state in a line; what is shown as the node is left out. */
    public String state(Map<String, Object> state) {
        return state == null
                ? ""
                : state.entrySet().stream()
                        .filter(part -> !part.getKey().equals("short_id"))
                        .filter(part -> !(part.getKey().equals("title") && state.containsKey("short_id")))
                        .map(part -> part.getKey().replace('_', ' ') + ": " + text(part.getValue()))
                        .collect(Collectors.joining(", "));
    }

    /** The verb of an effect in words. */
    public String words(CallEffect effect) {
        return effect.what().replace('_', ' ');
    }

    /** Begins the list anew, with another filter. */
    public void restart() {
        pages.restart();
    }

    public CursorPages<ApprovalView> getPages() {
        return pages;
    }

    public ApprovalStatus[] getStatuses() {
        return ApprovalStatus.values();
    }

    public ApprovalStatus getStatus() {
        return status;
    }

    public void setStatus(ApprovalStatus status) {
        this.status = status;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    private static String text(Object value) {
        return value instanceof String text ? text : Json.write(value);
    }
}
