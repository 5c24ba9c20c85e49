package io.strata.audit;

import io.strata.access.Caller;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A line of the audit log as it is written. It is read as a row, together with its seal. */
@Entity
@Immutable
@Table(name = "audit_log")
class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "audit_log")
    @SequenceGenerator(name = "audit_log", sequenceName = "audit_log_sequence", allocationSize = 50)
    private Long id;

    @Column(name = "occurred_at")
    private Instant occurredAt;

    @Column(name = "actor_id")
    private UUID actorId;

    @Column(name = "actor_handle")
    private String actorHandle;

    @Column(name = "token_id")
    private UUID tokenId;

    private String action;

    @Column(name = "workspace_id")
    private UUID workspaceId;

    @Column(name = "subject_kind")
    private String subjectKind;

    @Column(name = "subject_id")
    private UUID subjectId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "state_before")
    private String before;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "state_after")
    private String after;

    protected AuditEntry() {}

    AuditEntry(Caller caller, String action, Subject subject, String before, String after) {
        this.occurredAt = Instant.now();
        this.actorId = caller.actorId();
        this.actorHandle = caller.handle();
        this.tokenId = caller.token() == null ? null : caller.token().id();
        this.action = action;
        this.workspaceId = subject.workspaceId();
        this.subjectKind = subject.kind();
        this.subjectId = subject.id();
        this.before = before;
        this.after = after;
    }
}
