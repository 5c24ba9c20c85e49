package io.strata.screens;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.List;

/** The places of the administration, in the order of the side navigation. */
@Named
@ApplicationScoped
public class Navigation {

    private static final List<Place> PLACES = List.of(
            new Place("overview", "th-large"),
            new Place("documents", "file"),
            new Place("findings", "sync"),
            new Place("executions", "cog"),
            new Place("transactions", "arrow-right-arrow-left"),
            new Place("rules", "shield"),
            new Place("approvals", "check-square"),
            new Place("webhooks", "send"),
            new Place("limits", "gauge"),
            new Place("workspaces", "building"),
            new Place("projects", "folder"),
            new Place("roles", "id-card"),
            new Place("people", "users"),
            new Place("groups", "sitemap"),
            new Place("agents", "sparkles"),
            new Place("tokens", "key"),
            new Place("audit", "history"),
            new Place("settings", "sliders-h"));

    /**
     * A screen.
     *
     * @param name of its page and of its texts
     * @param icon of PrimeIcons
     */
    public record Place(String name, String icon) {}

    public List<Place> getPlaces() {
        return PLACES;
    }
}
