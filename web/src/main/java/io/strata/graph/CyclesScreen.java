package io.strata.graph;

import io.strata.screens.CursorPages;
import io.strata.screens.Messages;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;
import org.primefaces.PrimeFaces;

/** The cycles of the project that the screen of projects shows. */
@Named
@ViewScoped
public class CyclesScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;

    @Inject
    CycleService cycles;

    @Inject
    ProjectsScreen projects;

    @Inject
    Messages messages;

    private final CursorPages<CycleView> pages = new CursorPages<>(cursor -> cycles.list(projectId(), cursor, PAGE));
    private UUID edited;
    private String name;
    private LocalDate startDate;
    private LocalDate endDate;

    public CursorPages<CycleView> getPages() {
        return pages;
    }

    /** Reads the cycles of the project that was chosen. */
    public void show(ProjectView project) {
        projects.show(project);
        pages.restart();
    }

    /** Empties the form for a new cycle. */
    public void prepare() {
        edited = null;
        name = null;
        startDate = null;
        endDate = null;
    }

    /** Fills the form with a cycle. */
    public void edit(CycleView cycle) {
        edited = cycle.id();
        name = cycle.name();
        startDate = cycle.startDate();
        endDate = cycle.endDate();
    }

    /** Makes or changes the cycle of the form. */
    public void save() {
        CycleRequest request = new CycleRequest(name, startDate, endDate);
        boolean saved = messages.attemptForm("cycleForm", () -> {
            if (edited == null) {
                cycles.create(projectId(), request);
            } else {
                cycles.change(edited, request);
            }
        });
        PrimeFaces.current().ajax().addCallbackParam("saved", saved);
        if (saved) {
            messages.done("projects.cycleNote", name);
            pages.refresh();
        }
    }

    /** Removes a cycle; its issues stay. */
    public void delete(CycleView cycle) {
        messages.attempt(() -> cycles.delete(cycle.id()), "projects.cycleDeletedNote", cycle.name());
        pages.refresh();
    }

    private UUID projectId() {
        return projects.getSelected().id();
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public LocalDate getStartDate() {
        return startDate;
    }

    public void setStartDate(LocalDate startDate) {
        this.startDate = startDate;
    }

    public LocalDate getEndDate() {
        return endDate;
    }

    public void setEndDate(LocalDate endDate) {
        this.endDate = endDate;
    }
}
