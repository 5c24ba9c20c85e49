package io.strata.documents;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.Person;
import io.strata.testing.TestWorkspace;
import io.strata.testing.Upload;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AgainstStrata
class QuotasIT {

    private static final int KILOBYTE = 1024;

    private final World world;
    private TestWorkspace workspace;
    private Person person;
    private Api api;

    QuotasIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void makeWorkspace() {
        workspace = world.workspace();
        person = workspace.join("MEMBER");
        api = world.as(person);
    }

    @Test
    void countsWhatAPersonKeeps() {
        assertThat(use().getInt("used_bytes")).isZero();
        assertThat(use().getInt("quota_bytes")).isEqualTo(100 * KILOBYTE * KILOBYTE);

        String id = upload(10 * KILOBYTE).mustBe(202).each("id").get(0);

        assertThat(use().getInt("used_bytes")).isEqualTo(10 * KILOBYTE);
        new Vault(workspace).finished(id);
        api.upload("/documents/" + id + "/versions", file(5 * KILOBYTE)).mustBe(201);
        assertThat(use().getInt("used_bytes")).isEqualTo(15 * KILOBYTE);
        api.delete("/documents/" + id).mustBe(204);
        assertThat(use().getInt("used_bytes")).isEqualTo(15 * KILOBYTE);
        api.delete("/documents/" + id + "/trash").mustBe(204);
        assertThat(use().getInt("used_bytes")).isZero();
    }

    @Test
    void refusesWhatIsTooMuchAndSaysHowMuchThereIs() {
        quota(100L * KILOBYTE);
        upload(90 * KILOBYTE).mustBe(202);

        Answer refused = upload(20 * KILOBYTE).mustBe(413);

        assertThat(refused.errorCode()).isEqualTo("quota_exceeded");
        assertThat(refused.json().getJsonObject("error").getString("message")).contains("90.0 KB of 100.0 KB");
        assertThat(use().getInt("used_bytes")).isEqualTo(90 * KILOBYTE);
        assertThat(objects()).isEqualTo(1);
        upload(10 * KILOBYTE).mustBe(202);
        upload(1).mustBe(413);
    }

    @Test
    void isNeverExceededHoweverManyUploadsComeAtOnce() throws Exception {
        quota(50L * KILOBYTE);
        ExecutorService many = Executors.newFixedThreadPool(10);
        CyclicBarrier together = new CyclicBarrier(10);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            answers.add(many.submit(() -> {
                together.await();
                return upload(10 * KILOBYTE).status();
            }));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
            statuses.add(answer.get());
        }
        many.shutdown();

        assertThat(Collections.frequency(statuses, 202)).as(statuses.toString()).isEqualTo(5);
        assertThat(Collections.frequency(statuses, 413)).as(statuses.toString()).isEqualTo(5);
        assertThat(use().getInt("used_bytes")).isEqualTo(50 * KILOBYTE);
        assertThat(objects()).isEqualTo(5);
    }

    @Test
    void letsAdministratorsDecide() {
        String path = "/actors/" + person.id() + "/storage";

        assertThat(quota(5L).json().getBoolean("standard")).isFalse();
        assertThat(world.administrator().get(path).mustBe(200).json().getInt("quota_bytes"))
                .isEqualTo(5);
        assertThat(world.administrator().put(path, object()).mustBe(200).json().getBoolean("standard"))
                .isTrue();
        assertThat(world.administrator()
                        .put(path, object("quota_bytes", -1))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("quota_bytes");
        world.administrator().get("/actors/" + UUID.randomUUID() + "/storage").mustBe(404);
        world.administrator()
                .put("/actors/" + UUID.randomUUID() + "/storage", object("quota_bytes", 1))
                .mustBe(404);
        api.get(path).mustBe(403);
        api.put(path, object("quota_bytes", 1)).mustBe(403);
        world.anonymous().get("/account/storage").mustBe(401);
    }

    private Answer quota(long bytes) {
        return world.administrator()
                .put("/actors/" + person.id() + "/storage", object("quota_bytes", bytes))
                .mustBe(200);
    }

    private JsonObject use() {
        return api.get("/account/storage").mustBe(200).json();
    }

    private Answer upload(int bytes) {
        return api.upload(workspace.path("/documents"), file(bytes));
    }

    private static Upload file(int bytes) {
        return new Upload().file("file.txt", "text/plain", SampleFiles.bytes("x".repeat(bytes)));
    }

    private long objects() {
        return world.stores().number("select count(*) from document where owner_id = ?", person.id());
    }
}
