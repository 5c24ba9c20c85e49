package io.strata.audit;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** That whatever is changed behind the server's back is found, and where. */
@AgainstStrata
class AuditChainIT {

    private static final String REWRITE = """
            do $$
            declare
                link    record;
                chained bytea := decode(repeat('00', 32), 'hex');
            begin
                for link in
                    select s.position, e as entry from audit_seal s join audit_log e on e.id = s.entry_id order by 1
                loop
                    chained := sha256(chained || convert_to(audit_canonical(link.entry), 'UTF8'));
                    update audit_seal set hash = chained where position = link.position;
                end loop;
            end
            $$
            """;

    private final World world;
    private final Chain chain;

    AuditChainIT(World world) {
        this.world = world;
        this.chain = new Chain(world);
    }

    @Test
    void verifiesAChainThatIsIntact() {
        long position = chain.sealed(world.project().issue("Verified").id());

        JsonObject verdict = chain.verify();

        assertThat(verdict.getBoolean("intact")).isTrue();
        assertThat(verdict.getJsonNumber("position").longValue()).isGreaterThanOrEqualTo(position);
        assertThat(verdict.get("broken")).isNull();
        Answer listed = world.administrator()
                .get("/audit?action=audit.verified&limit=1")
                .mustBe(200);
        assertThat(listed.items().get(0).getJsonObject("after").getBoolean("intact"))
                .isTrue();
    }

    @Test
    void namesTheEntryWhoseContentWasChanged() {
        long position = sealedEntry();
        long entry = entryAt(position);
        try (Tampering tampering = new Tampering(world.stores())) {
            tampering
                    .back("update audit_log set actor_handle = 'somebody' where id = ?", entry)
                    .with("update audit_log set actor_handle = 'somebody else' where id = ?", entry);

            assertBroken(chain.verify(), "content_changed", position, entry);
        }
        assertThat(chain.verify().getBoolean("intact")).isTrue();
    }

    @Test
    void namesTheEntryThatIsMissing() {
        long position = sealedEntry();
        long entry = entryAt(position);
        Map<String, Object> row = world.stores()
                .rows("select occurred_at, actor_id, subject_id from audit_log where id = ?", entry)
                .get(0);
        try (Tampering tampering = new Tampering(world.stores())) {
            tampering
                    .back(
                            "insert into audit_log (id, occurred_at, actor_id, actor_handle, action, subject_kind, subject_id)"
                                    + " values (?, ?, ?, 'somebody', 'thing.made', 'thing', ?)",
                            entry,
                            row.get("occurred_at"),
                            row.get("actor_id"),
                            row.get("subject_id"))
                    .with("delete from audit_log where id = ?", entry);

            assertBroken(chain.verify(), "entry_missing", position, entry);
        }
        assertThat(chain.verify().getBoolean("intact")).isTrue();
    }

    @Test
    void namesTheFirstPositionWhoseOrderWasChanged() {
        long first = sealedEntry();
        long second = sealedEntry();
        long entry = entryAt(first);
        long other = entryAt(second);
        String swap =
                "update audit_seal set entry_id = case position when ? then ? else ? end where position in (?, ?)";
        // Not at once: no two seals are ever of one entry.
        String aside = "update audit_seal set entry_id = -position where position in (?, ?)";
        try (Tampering tampering = new Tampering(world.stores())) {
            tampering
                    .back(swap, first, entry, other, first, second)
                    .back(aside, first, second)
                    .with(aside, first, second)
                    .with(swap, first, other, entry, first, second);

            assertBroken(chain.verify(), "order_changed", first, other);
        }
        assertThat(chain.verify().getBoolean("intact")).isTrue();
    }

    @Test
    void namesTheSealThatWasChanged() {
        long position = sealedEntry();
        sealedEntry();
        long entry = entryAt(position);
        String flip = "update audit_seal set hash = set_byte(hash, 5, get_byte(hash, 5) # 1) where position = ?";
        try (Tampering tampering = new Tampering(world.stores())) {
            tampering.back(flip, position).with(flip, position);

            assertBroken(chain.verify(), "seal_changed", position, entry);
        }
        assertThat(chain.verify().getBoolean("intact")).isTrue();
    }

    @Test
    void namesThePositionThatIsMissing() {
        long position = sealedEntry();
        sealedEntry();
        Map<String, Object> row = world.stores()
                .rows("select entry_id, hash, sealed_at from audit_seal where position = ?", position)
                .get(0);
        try (Tampering tampering = new Tampering(world.stores())) {
            tampering
                    .back(
                            "insert into audit_seal (position, entry_id, hash, sealed_at) values (?, ?, ?, ?)",
                            position,
                            row.get("entry_id"),
                            row.get("hash"),
                            row.get("sealed_at"))
                    .with("delete from audit_seal where position = ?", position);

            assertBroken(chain.verify(), "seal_missing", position, null);
        }
        assertThat(chain.verify().getBoolean("intact")).isTrue();
    }

    @Test
    void namesAnEntryThatWasKeptOutOfTheChain() {
        long entry = Chain.ownNumber();
        try (Tampering tampering = new Tampering(world.stores())) {
            tampering
                    .back("delete from audit_log where id = ?", entry)
                    .with(Chain.INSERT, entry, UUID.randomUUID(), UUID.randomUUID());

            assertBroken(chain.verify(), "seal_missing", null, entry);
        }
        assertThat(chain.verify().getBoolean("intact")).isTrue();
    }

    /** What only a hash outside of the database can show. */
    @Test
    void findsAWholeChainThatWasWrittenAnew() {
        await("a checkpoint outside of the database")
                .until(() -> chain.verify().getJsonNumber("checkpoints").longValue() > 0);
        long entry = entryAt(1);
        String handle = (String) world.stores()
                .rows("select actor_handle from audit_log where id = ?", entry)
                .get(0)
                .get("actor_handle");
        String change = "update audit_log set actor_handle = ? where id = ?";
        try (Tampering tampering = new Tampering(world.stores())) {
            tampering
                    .back(REWRITE)
                    .back(change, handle, entry)
                    .with(change, "somebody else", entry)
                    .with(REWRITE);

            JsonObject verdict = chain.verify();

            assertThat(verdict.getBoolean("intact")).as(verdict.toString()).isFalse();
            assertThat(verdict.getJsonObject("broken").getString("difference")).isEqualTo("rewritten");
        }
        assertThat(chain.verify().getBoolean("intact")).isTrue();
    }

    @Test
    void letsOnlyAdministratorsOfTheInstallationVerify() {
        TestProject project = world.project();

        project.workspace().member("OWNER").post("/audit/chain/verification").mustBe(403);
        project.workspace().member("OWNER").get("/audit/chain").mustBe(403);
        world.anonymous().get("/audit/chain").mustBe(401);
    }

    @Test
    void showsTheExecutionAmongTheJobs() {
        chain.verify();

        JsonObject execution = world.administrator().get("/jobs/executions?limit=50").mustBe(200).items().stream()
                .filter(candidate -> candidate.getString("job").equals("audit_verification"))
                .findFirst()
                .orElseThrow();

        assertThat(execution.getString("exit_status")).startsWith("Intact up to position ");
        assertThat(execution.getJsonArray("steps").getValuesAs(JsonObject.class).stream()
                        .map(step -> step.getString("name")))
                .containsExactly("links", "entries", "checkpoints");
        assertThat(execution.getJsonArray("steps").getJsonObject(0).getInt("done"))
                .isPositive();
        assertThat(world.administrator()
                        .get("/audit?action=job.started&limit=1")
                        .items()
                        .get(0)
                        .getJsonObject("after"))
                .containsEntry("job", jakarta.json.Json.createValue("audit_verification"));
    }

    /** A position of an entry of our own, with others before it. */
    private long sealedEntry() {
        UUID subject = UUID.randomUUID();
        world.administrator().post("/workspaces", object("name", "In between")).mustBe(201);
        world.stores().sql(Chain.INSERT, Chain.ownNumber(), UUID.randomUUID(), subject);
        return chain.sealed(subject);
    }

    private long entryAt(long position) {
        return world.stores().number("select entry_id from audit_seal where position = ?", position);
    }

    private static void assertBroken(JsonObject verdict, String difference, Long position, Long entry) {
        assertThat(verdict.getBoolean("intact")).as(verdict.toString()).isFalse();
        JsonObject broken = verdict.getJsonObject("broken");
        assertThat(broken.getString("difference")).as(verdict.toString()).isEqualTo(difference);
        assertThat(number(broken, "position")).isEqualTo(position);
        assertThat(number(broken, "entry_id")).isEqualTo(entry);
        if (position != null) {
            assertThat(verdict.getJsonNumber("position").longValue()).isEqualTo(position - 1);
        }
    }

    private static Long number(JsonObject object, String name) {
        return object.containsKey(name) ? object.getJsonNumber(name).longValue() : null;
    }
}
