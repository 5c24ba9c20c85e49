package io.strata.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.AtOnce;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How entries get into the chain, and that nobody gets them out. */
@AgainstStrata
class AuditSealingIT {

    private final World world;
    private final Chain chain;

    AuditSealingIT(World world) {
        this.world = world;
        this.chain = new Chain(world);
    }

    @Test
    void givesEveryEntryItsPlaceAndHash() {
        TestProject project = world.project();
        Answer issue = project.issue("First");
        long position = chain.sealed(issue.id());

        JsonObject entry = project.api()
                .get("/audit?subject_id=" + issue.id())
                .mustBe(200)
                .items()
                .get(0);

        assertThat(entry.getJsonNumber("position").longValue()).isEqualTo(position);
        assertThat(entry.getString("hash")).matches("[0-9a-f]{64}");
        assertThat(holes()).isZero();
    }

    @Test
    void sealsAnEntryWhoseTransactionEndsAfterThoseOfLaterOnes() throws SQLException {
        UUID late = UUID.randomUUID();
        UUID early = UUID.randomUUID();
        try (Connection slow = world.stores().connect()) {
            slow.setAutoCommit(false);
            long number = Chain.ownNumber();
            insert(slow, number, late);
            world.stores().sql(Chain.INSERT, number + 1, UUID.randomUUID(), early);
            long before = chain.sealed(early);
            assertThat(sealsOf(late)).isZero();

            slow.commit();

            assertThat(chain.sealed(late)).isGreaterThan(before);
        }
        assertThat(sealsOf(late)).isOne();
        assertThat(holes()).isZero();
    }

    @Test
    void forgetsAnEntryWhoseTransactionIsRolledBack() throws SQLException {
        UUID never = UUID.randomUUID();
        UUID after = UUID.randomUUID();
        try (Connection connection = world.stores().connect()) {
            connection.setAutoCommit(false);
            insert(connection, Chain.ownNumber(), never);
            connection.rollback();
        }
        world.stores().sql(Chain.INSERT, Chain.ownNumber(), UUID.randomUUID(), after);
        chain.sealed(after);

        assertThat(sealsOf(never)).isZero();
        assertThat(holes()).isZero();
    }

    @Test
    void keepsOneChainHoweverManyWriteAndSealAtOnce() throws Exception {
        UUID subject = UUID.randomUUID();
        List<Callable<Integer>> clients = new ArrayList<>();
        for (int client = 0; client < 4; client++) {
            clients.add(() -> {
                for (int i = 0; i < 50; i++) {
                    world.stores().sql(Chain.INSERT, Chain.ownNumber(), UUID.randomUUID(), subject);
                }
                return 50;
            });
            clients.add(() -> {
                int sealed = 0;
                for (int i = 0; i < 50; i++) {
                    sealed += (int) world.stores().number("select seal_audit(7)");
                }
                return sealed;
            });
        }
        AtOnce.run(clients);
        chain.sealed(subject);

        assertThat(sealsOf(subject)).isEqualTo(200);
        assertThat(holes()).isZero();
        assertThat(chain.verify().getBoolean("intact")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_log set action = 'node.read'",
                "delete from audit_log",
                "truncate audit_log",
                "insert into audit_seal values (1000000000, 1, decode(repeat('00', 32), 'hex'), now())",
                "update audit_seal set position = position + 1",
                "delete from audit_seal",
                "truncate audit_seal",
                "insert into audit_unsealed values (1)",
                "delete from audit_unsealed",
                "truncate audit_unsealed",
                "delete from audit_words",
                "alter table audit_log disable trigger all",
                "drop trigger only_grows on audit_log",
                "create or replace function seal_audit(most integer) returns integer language sql as 'select 0'",
                "set session_replication_role = replica"
            })
    void leavesTheServersRoleNoWayToRewriteThePast(String statement) throws SQLException {
        try (Connection connection = world.stores().connect();
                var prepared = connection.createStatement()) {
            assertThatThrownBy(() -> prepared.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_log set action = 'node.read' where false",
                "delete from audit_log where false",
                "truncate audit_log",
                "update audit_seal set position = position where false",
                "delete from audit_seal where false",
                "truncate audit_seal"
            })
    void doesNotLetEvenTheOwnerRewriteThePastByAccident(String statement) throws SQLException {
        try (Connection connection = world.stores().connectAsOwner();
                var prepared = connection.createStatement()) {
            assertThatThrownBy(() -> prepared.execute(statement))
                    .isInstanceOfSatisfying(
                            SQLException.class,
                            refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"))
                    .hasMessageContaining("can only grow");
        }
    }

    private long sealsOf(UUID subject) {
        return world.stores()
                .number(
                        "select count(*) from audit_seal s join audit_log e on e.id = s.entry_id where e.subject_id = ?",
                        subject);
    }

    /** How many positions are missing. */
    private long holes() {
        return world.stores().number("select coalesce(max(position), 0) - count(*) from audit_seal");
    }

    private static void insert(Connection connection, long number, UUID subject) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(Chain.INSERT)) {
            insert.setLong(1, number);
            insert.setObject(2, UUID.randomUUID());
            insert.setObject(3, subject);
            insert.executeUpdate();
        }
    }
}
