package io.strata.tokens;

import io.strata.access.Action;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** A token as a person fills it in. */
public class TokenDraft implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int USUAL_DAYS = 90;

    private String name;
    private Integer days = USUAL_DAYS;
    private Action[] actions = {};
    private String nodes;
    private Integer dailyChanges;

    /** The token that is asked for; an empty field means what is absent. */
    NewToken request() {
        List<String> places = nodes == null || nodes.isBlank()
                ? null
                : Arrays.asList(nodes.strip().split("[\\s,;]+"));
        List<Action> covered = actions.length == 0 ? null : List.of(actions);
        return new NewToken(name, days, covered, places, null, dailyChanges);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public Integer getDays() {
        return days;
    }

    public void setDays(Integer days) {
        this.days = days;
    }

    public Action[] getActions() {
        return actions.clone();
    }

    public void setActions(Action[] actions) {
        this.actions = actions == null ? new Action[0] : actions.clone();
    }

    public String getNodes() {
        return nodes;
    }

    public void setNodes(String nodes) {
        this.nodes = nodes;
    }

    public Integer getDailyChanges() {
        return dailyChanges;
    }

    public void setDailyChanges(Integer dailyChanges) {
        this.dailyChanges = dailyChanges;
    }
}
