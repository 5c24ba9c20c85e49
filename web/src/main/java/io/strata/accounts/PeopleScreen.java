package io.strata.accounts;

import io.strata.screens.CursorPages;
import io.strata.screens.Messages;
import io.strata.storage.QuotaService;
import io.strata.storage.StorageUse;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.primefaces.PrimeFaces;

/** The people of the installation: finding, making, changing, and keeping out. */
@Named
@ViewScoped
public class PeopleScreen implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 25;

    private static final long MEGABYTE = 1_048_576;

    @Inject
    PeopleService people;

    @Inject
    QuotaService quotas;

    @Inject
    Messages messages;

    private final CursorPages<PersonView> pages = new CursorPages<>(cursor -> people.list(getSearch(), cursor, PAGE));
    private String search;
    private PersonView selected;
    private ResetLink link;
    private String handle;
    private String displayName;
    private String email;
    private boolean administrator;
    private StorageUse storage;
    private Long quotaMegabytes;

    public CursorPages<PersonView> getPages() {
        return pages;
    }

    /** Empties the form for a new person. */
    public void prepare() {
        fill(null);
    }

    /** Fills the form with a person. */
    public void edit(PersonView person) {
        fill(person);
    }

    private void fill(PersonView person) {
        selected = person;
        handle = person == null ? null : person.handle();
        displayName = person == null ? null : person.displayName();
        email = person == null ? null : person.email();
        administrator = person != null && person.administrator();
        storage = person == null ? null : quotas.of(person.id());
        quotaMegabytes = storage == null || storage.standard() ? null : storage.quotaBytes() / MEGABYTE;
    }

    /** Makes or changes the person of the form. */
    public void save() {
        String name = displayName == null ? "" : displayName;
        boolean saved = messages.attemptForm("personForm", () -> {
            if (selected == null) {
                people.create(new NewPerson(handle, name, email, null, administrator));
            } else {
                people.change(selected.id(), new PersonChange(name, email == null ? "" : email, administrator));
                saveQuota();
            }
        });
        PrimeFaces.current().ajax().addCallbackParam("saved", saved);
        if (saved) {
            messages.done(selected == null ? "people.createdNote" : "people.changedNote", handle);
            pages.refresh();
        }
    }

    /** Only when it is another one: the form says whole megabytes. */
    private void saveQuota() {
        Long before = storage.standard() ? null : storage.quotaBytes() / MEGABYTE;
        if (!Objects.equals(before, quotaMegabytes)) {
            quotas.set(selected.id(), quotaMegabytes == null ? null : quotaMegabytes * MEGABYTE);
        }
    }

    /** Ends somebody's sign-ins and lets them start no other. */
    public void deactivate(PersonView person) {
        messages.attempt(() -> people.deactivate(person.id()), "people.deactivatedNote", person.handle());
        pages.refresh();
    }

    /** Lets somebody sign in again. */
    public void reactivate(PersonView person) {
        messages.attempt(() -> people.reactivate(person.id()), "people.reactivatedNote", person.handle());
        pages.refresh();
    }

    /** Takes somebody's second factor away. */
    public void resetSecondFactor(PersonView person) {
        messages.attempt(() -> people.resetSecondFactor(person.id()), "people.factorResetNote", person.handle());
        pages.refresh();
    }

    /** Makes a link to a new password and shows it, once. */
    public void makeLink(PersonView person) {
        link = null;
        selected = person;
        UUID id = person.id();
        messages.attempt(() -> link = people.resetLink(id), "people.linkNote", person.handle());
    }

    /** The link that has just been made; without a known address of this server, its path. */
    public String getLink() {
        if (link == null) {
            return null;
        }
        return link.url() == null ? link.path() : link.url();
    }

    public ResetLink getResetLink() {
        return link;
    }

    /** The person in the form; {@code null} when it is a new one. */
    public PersonView getSelected() {
        return selected;
    }

    public String getSearch() {
        return search;
    }

    /** Looks for others and starts at the first page. */
    public void setSearch(String search) {
        this.search = search;
        pages.restart();
    }

    public String getHandle() {
        return handle;
    }

    public void setHandle(String handle) {
        this.handle = handle;
    }

    public String getDisplayName() {
        return displayName;
    }

    public void setDisplayName(String displayName) {
        this.displayName = displayName;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public boolean isAdministrator() {
        return administrator;
    }

    public void setAdministrator(boolean administrator) {
        this.administrator = administrator;
    }

    /** How much the person in the form keeps, in megabytes. */
    public double getUsedMegabytes() {
        return storage == null ? 0 : storage.usedBytes() / (double) MEGABYTE;
    }

    /** How much the person in the form may keep; {@code null} for what the setting says. */
    public Long getQuotaMegabytes() {
        return quotaMegabytes;
    }

    public void setQuotaMegabytes(Long quotaMegabytes) {
        this.quotaMegabytes = quotaMegabytes;
    }
}
