package io.strata.recovery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A transaction that was in doubt and no longer is. */
@Entity
@Table(name = "recovered_transaction")
class RecoveredTransaction {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "recovered_transaction_sequence")
    @SequenceGenerator(
            name = "recovered_transaction_sequence",
            sequenceName = "recovered_transaction_sequence",
            allocationSize = 1)
    private Long id;

    private String transaction;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> stores;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private Instant since;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected RecoveredTransaction() {}

    RecoveredTransaction(InDoubtTransaction last) {
        this.transaction = last.id();
        this.stores = last.stores();
        this.outcome = last.outcome();
        this.since = last.since();
        this.endedAt = Instant.now();
    }

    Long id() {
        return id;
    }

    RecoveredView view() {
        return new RecoveredView(id, transaction, List.copyOf(stores), outcome, since, endedAt);
    }
}
