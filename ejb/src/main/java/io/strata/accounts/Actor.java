package io.strata.accounts;

import io.strata.access.Caller;
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

    private Actor(String handle, String displayName, String passwordHash, boolean administrator) {
        this.id = UuidV7.next();
        this.kind = "user";
        this.handle = handle;
        this.displayName = displayName;
        this.passwordHash = passwordHash;
        this.administrator = administrator;
        this.active = true;
        this.createdAt = Instant.now();
    }

    /** A person who signs in with a password, given as its hash. */
    static Actor person(String handle, String displayName, String passwordHash, boolean administrator) {
        return new Actor(handle, displayName, passwordHash, administrator);
    }

    /** This actor as the one on whose behalf code runs. */
    Caller asCaller() {
        return new Caller(id, handle, displayName, administrator);
    }

    /** A handle as it is kept: in lower case, without spaces around it. */
    static String normalised(String handle) {
        return handle.strip().toLowerCase(Locale.ROOT);
    }

    /** Whether this is a person and not an agent. */
    boolean isPerson() {
        return kind.equals("user");
    }

    UUID id() {
        return id;
    }

    String handle() {
        return handle;
    }

    String displayName() {
        return displayName;
    }

    /** Where mail reaches them; {@code null} when that is not known. */
    String email() {
        return email;
    }

    boolean administrator() {
        return administrator;
    }

    Instant createdAt() {
        return createdAt;
    }

    void rename(String newDisplayName) {
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

    void activate(boolean now) {
        active = now;
    }

    String passwordHash() {
        return passwordHash;
    }

    boolean active() {
        return active;
    }
}
