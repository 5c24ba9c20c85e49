package io.strata.accounts;

import io.strata.access.Caller;
import io.strata.access.PresentedToken;
import io.strata.common.UuidV7;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Someone or something that acts: a person with a local account, or an agent. */
@Entity
@Table(name = "actor")
public class Actor {

    @Id
    private UUID id;

    private String kind;
    private String handle;

    @Column(name = "display_name")
    private String displayName;

    private String email;

    @Column(name = "password_hash")
    private String passwordHash;

    private boolean administrator;
    private boolean active;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Actor() {}

    private Actor(String kind, String handle, String displayName, String passwordHash, boolean administrator) {
        this.id = UuidV7.next();
        this.kind = kind;
        this.handle = handle;
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.administrator = administrator;
        this.active = true;
        this.createdAt = Instant.now();
    }

    /** A person who signs in with a password, given as its hash. */
    static Actor person(String handle, String displayName, String passwordHash, boolean administrator) {
        return new Actor("user", handle, displayName, passwordHash, administrator);
    }

    /** Something that works with tokens; it has no password and signs in nowhere. */
    public static Actor agent(String handle, String displayName) {
        return new Actor("agent", normalised(handle), displayName.strip(), null, false);
    }

    /** This actor as the one on whose behalf code runs. */
    Caller asCaller() {
        return new Caller(id, handle, displayName, administrator, !isPerson(), null);
    }

    /** This actor as the one on whose behalf code runs, with a token. Limits take the administration away. */
    public Caller asCallerWith(PresentedToken token) {
        return new Caller(id, handle, displayName, administrator && !token.limited(), !isPerson(), token);
    }

    /** A handle as it is kept: in lower case, without spaces around it. */
    static String normalised(String handle) {
        return handle.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether this is a person and not an agent. */
    public boolean isPerson() {
        return kind.equals("user");
    }

    public UUID id() {
        return id;
    }

    public String handle() {
        return handle;
    }

    public String displayName() {
        return displayName;
    }

    /** Where mail reaches them; {@code null} when that is not known. */
    String email() {
        return email;
    }

    public boolean administrator() {
        return administrator;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public void rename(String newDisplayName) {
        displayName = newDisplayName.strip();
    }

    /** Takes over an address; an empty one means none. */
    void writeTo(String newEmail) {
        email = newEmail == null || newEmail.isBlank() ? null : newEmail.strip();
    }

    void changePassword(String newPasswordHash) {
        passwordHash = newPasswordHash;
    }

    void makeAdministrator(boolean now) {
        administrator = now;
    }

    public void activate(boolean now) {
        active = now;
    }

    String passwordHash() {
        return passwordHash;
    }

    public boolean active() {
        return active;
    }
}
