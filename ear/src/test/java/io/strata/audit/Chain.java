package io.strata.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.strata.reconciliation.Passes;
import io.strata.testing.Answer;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The chain as an administrator sees it over the API. */
public final class Chain {

    /** Writes an entry behind the server's back, of a number, an actor and a subject. */
    static final String INSERT = """
            insert into audit_log (id, occurred_at, actor_id, actor_handle, action, subject_kind, subject_id)
            values (?, now(), ?, 'somebody', 'thing.made', 'thing', ?)
            """;

    private final World world;

    public Chain(World world) {
        this.world = world;
    }

    /** Waits until every entry about a subject has its place, and tells the last of these places. */
    public long sealed(UUID subject) {
        await("sealed")
                .until(() -> world.stores()
                                .number(
                                        "select count(*) from audit_log e where subject_id = ?"
                                                + " and not exists (select 1 from audit_seal s where s.entry_id = e.id)",
                                        subject)
                        == 0);
        return world.stores()
                .number(
                        "select coalesce(max(position), 0) from audit_seal s join audit_log e on e.id = s.entry_id"
                                + " where e.subject_id = ?",
                        subject);
    }

    /** Verifies everything, to the end. */
    public JsonObject verify() {
        Answer started = await("a verification of our own")
                .until(() -> world.administrator().post("/audit/chain/verification"), answer -> answer.status() == 202);
        Answer ended = new Passes(world).end(started.json().getInt("id"));
        assertThat(ended.text("status")).as(ended.toString()).isEqualTo("completed");
        return world.administrator()
                .get("/audit/chain")
                .mustBe(200)
                .json()
                .getJsonObject("verified")
                .getJsonObject("verdict");
    }

    /** A number for an entry of our own: below those of the server, and of a crowd. */
    static long ownNumber() {
        return -ThreadLocalRandom.current().nextLong(1L << 60, 1L << 61);
    }
}
