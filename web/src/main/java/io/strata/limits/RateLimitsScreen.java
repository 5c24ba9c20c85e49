package io.strata.limits;

import io.strata.access.Role;
import io.strata.screens.CursorPages;
import io.strata.screens.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.primefaces.PrimeFaces;

/** How many requests actors and roles may make. */
@Named
@ViewScoped
public class RateLimitsScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;

    @Inject
    RateLimitService limits;

    @Inject
    Messages messages;

    private final CursorPages<RateLimitView> pages = new CursorPages<>(cursor -> limits.list(cursor, PAGE));
    private int people;
    private int agents;
    private int addresses;
    private Role role;
    private String handle;
    private Integer perMinute;

    @PostConstruct
    void load() {
        DefaultLimits defaults = limits.defaults();
        people = defaults.people();
        agents = defaults.agents();
        addresses = defaults.addresses();
    }

    /** Gives the role, or else the actor, the limit that was filled in. */
    public void save() {
        boolean saved = messages.attemptForm("draft-form", () -> {
            if (role == null) {
                limits.limitActor(handle, perMinute);
            } else {
                limits.limitRole(role, perMinute);
            }
        });
        PrimeFaces.current().ajax().addCallbackParam("saved", saved);
        if (saved) {
            messages.done("limits.savedNote");
            begin();
        }
        pages.restart();
    }

    /** Takes a limit away. */
    public void remove(RateLimitView limit) {
        messages.attempt(
                () -> {
                    if (limit.role() == null) {
                        limits.releaseActor(limit.actorId());
                    } else {
                        limits.releaseRole(limit.role());
                    }
                },
                "limits.removedNote");
        pages.restart();
    }

    /** Begins a new limit. */
    public void begin() {
        role = null;
        handle = null;
        perMinute = null;
    }

    /** A role in words. */
    public String words(Role one) {
        return one == null ? "" : one.name().toLowerCase(java.util.Locale.ROOT);
    }

    /** A default in words. */
    public String words(int defaultPerMinute) {
        return defaultPerMinute == 0
                ? messages.get("limits.unlimited")
                : messages.get("limits.aMinute", defaultPerMinute);
    }

    public CursorPages<RateLimitView> getPages() {
        return pages;
    }

    public Role[] getRoles() {
        return Role.values();
    }

    public int getPeople() {
        return people;
    }

    public int getAgents() {
        return agents;
    }

    public int getAddresses() {
        return addresses;
    }

    public Role getRole() {
        return role;
    }

    public void setRole(Role role) {
        this.role = role;
    }

    public String getHandle() {
        return handle;
    }

    public void setHandle(String handle) {
        this.handle = handle;
    }

    public Integer getPerMinute() {
        return perMinute;
    }

    public void setPerMinute(Integer perMinute) {
        this.perMinute = perMinute;
    }
}
