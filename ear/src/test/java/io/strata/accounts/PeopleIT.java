package io.strata.accounts;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.Account;
import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.AtOnce;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@AgainstStrata
class PeopleIT {

    private final World world;
    private final Api administrator;

    PeopleIT(World world) {
        this.world = world;
        this.administrator = world.administrator();
    }

    @Test
    void makesAnAccount() {
        String handle = World.word();

        Answer created = administrator
                .post(
                        "/actors",
                        object(
                                "handle",
                                handle.toUpperCase(java.util.Locale.ROOT),
                                "display_name",
                                "Ada Lovelace",
                                "email",
                                handle + "@example.com",
                                "password",
                                "a long passphrase"))
                .mustBe(201);

        assertThat(created.text("handle")).isEqualTo(handle);
        assertThat(created.json().getBoolean("active")).isTrue();
        assertThat(created.json().getBoolean("administrator")).isFalse();
        assertThat(created.header("Location")).endsWith("/actors/" + created.id());
        assertThat(administrator.get("/actors/" + created.id()).mustBe(200).text("display_name"))
                .isEqualTo("Ada Lovelace");
        Answer signedIn = world.anonymous()
                .post("/auth/login", object("handle", handle, "password", "a long passphrase"))
                .mustBe(200);
        assertThat(world.with(signedIn.text("token")).get("/workspaces").items())
                .isEmpty();
    }

    @Test
    void makesAnAccountThatWaitsForItsLink() {
        Answer created = administrator
                .post("/actors", object("handle", World.word(), "display_name", "Grace Hopper"))
                .mustBe(201);
        world.anonymous()
                .post("/auth/login", object("handle", created.text("handle"), "password", "anything at all"))
                .mustBe(401);

        String path = administrator
                .post("/actors/" + created.id() + "/reset-link")
                .mustBe(200)
                .text("path");
        world.anonymous()
                .post(
                        "/auth/password-reset/confirm",
                        object("token", path.substring(path.indexOf('=') + 1), "password", "chosen by herself"))
                .mustBe(204);

        world.anonymous()
                .post("/auth/login", object("handle", created.text("handle"), "password", "chosen by herself"))
                .mustBe(200);
    }

    @Test
    void namesEveryWrongField() {
        Answer answer = administrator
                .post("/actors", object("handle", "no spaces", "email", "nowhere", "password", "short"))
                .mustBe(422);

        assertThat(answer.wrongFields()).containsExactly("handle", "display_name", "email", "password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "-ada", "ada.", "system", "ada lovelace", "ada/lovelace", "адa"})
    void refusesAHandleThatIsNone(String handle) {
        assertThat(administrator
                        .post("/actors", object("handle", handle, "display_name", "X"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("handle");
    }

    @Test
    void givesNoHandleAndNoAddressTwice() {
        Account account = world.account();

        Answer answer = administrator
                .post(
                        "/actors",
                        object(
                                "handle", account.handle(),
                                "display_name", "Second",
                                "email", account.email().toUpperCase(java.util.Locale.ROOT)))
                .mustBe(422);

        assertThat(answer.wrongFields()).containsExactly("handle", "email");
        assertThat(administrator
                        .patch("/actors/" + world.account().id(), object("email", account.email()))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("email");
        administrator
                .patch("/actors/" + account.id(), object("email", account.email()))
                .mustBe(200);
    }

    @Test
    void findsPeopleByPartsOfWhatTheyAreCalled() {
        Account account = world.account();

        assertThat(find(account.handle().substring(3))).containsExactly(account.handle());
        assertThat(find(account.email().toUpperCase(java.util.Locale.ROOT))).containsExactly(account.handle());
        assertThat(find("%25")).isEmpty();
        assertThat(find("nobody_has_this")).isEmpty();
    }

    @Test
    void leafsThroughEverybody() {
        List.of(world.account(), world.account());

        Answer first = administrator.get("/actors?limit=1").mustBe(200);
        Answer second = administrator
                .get("/actors?limit=1&cursor=" + first.text("next_cursor"))
                .mustBe(200);

        assertThat(second.each("handle").get(0))
                .isGreaterThan(first.each("handle").get(0));
        assertThat(first.text()).doesNotContain("hash", "password");
    }

    @Test
    void changesAPerson() {
        Account account = world.account();

        Answer changed = administrator
                .patch("/actors/" + account.id(), object("display_name", "Renamed", "email", "", "administrator", true))
                .mustBe(200);

        assertThat(changed.text("display_name")).isEqualTo("Renamed");
        assertThat(changed.text("email")).isNull();
        account.api().get("/actors").mustBe(200);
        JsonObject entry = account.audit().get(0);
        administrator
                .patch("/actors/" + account.id(), object("administrator", false))
                .mustBe(200);
        account.api().get("/actors").mustBe(403);
        assertThat(account.audit().stream().map(e -> e.getString("action"))).contains("actor.changed", "actor.created");
        assertThat(entry.toString()).doesNotContain(account.password());
    }

    @Test
    void deactivatesAtOnceAndLetsInAgain() {
        Account account = world.account();
        Answer signedIn = account.signIn().mustBe(200);
        Api api = world.with(signedIn.text("token"));

        administrator.post("/actors/" + account.id() + "/deactivate").mustBe(200);

        api.get("/auth/me").mustBe(401);
        world.anonymous()
                .post("/auth/refresh", object("refresh_token", signedIn.text("refresh_token")))
                .mustBe(401);
        account.signIn().mustBe(401);
        administrator.post("/actors/" + account.id() + "/reset-link").mustBe(409);
        administrator.post("/actors/" + account.id() + "/reactivate").mustBe(200);
        account.signIn().mustBe(200);
        api.get("/auth/me").mustBe(401);
        assertThat(account.auditedActions()).contains("actor.deactivated", "actor.reactivated");
    }

    @Test
    void alwaysKeepsAnActiveAdministrator() throws Exception {
        Account one = administratorAccount();
        Account two = administratorAccount();
        List<UUID> others = world
                .stores()
                .rows("select id from actor where administrator and active and id not in (?, ?)", one.id(), two.id())
                .stream()
                .map(row -> (UUID) row.get("id"))
                .toList();
        Api first = one.api();
        Api second = two.api();
        try {
            others.forEach(id -> world.stores().sql("update actor set active = false where id = ?", id));

            List<Integer> statuses = AtOnce.run(List.<Callable<Integer>>of(
                    () -> first.patch("/actors/" + two.id(), object("administrator", false))
                            .status(),
                    () -> second.post("/actors/" + one.id() + "/deactivate").status()));

            assertThat(statuses).contains(200).doesNotHaveDuplicates();
            assertThat(world.stores().number("select count(*) from actor where administrator and active"))
                    .isOne();
            Api last = statuses.get(0) == 200 ? first : second;
            UUID lastId = statuses.get(0) == 200 ? one.id() : two.id();
            assertThat(last.patch("/actors/" + lastId, object("administrator", false))
                            .mustBe(409)
                            .errorCode())
                    .isEqualTo("conflict");
            last.post("/actors/" + lastId + "/deactivate").mustBe(409);
        } finally {
            others.forEach(id -> world.stores().sql("update actor set active = true where id = ?", id));
            world.stores().sql("update actor set administrator = false where id in (?, ?)", one.id(), two.id());
        }
    }

    @Test
    void isForAdministratorsOnly() {
        Account account = world.account();
        Api person = account.api();
        String path = "/actors/" + account.id();

        person.get("/actors").mustBe(403);
        person.get(path).mustBe(403);
        person.post("/actors", object("handle", World.word(), "display_name", "X"))
                .mustBe(403);
        person.patch(path, object("administrator", true)).mustBe(403);
        for (String action : List.of("/deactivate", "/reactivate", "/reset-second-factor", "/reset-link")) {
            person.post(path + action).mustBe(403);
            world.anonymous().post(path + action).mustBe(401);
        }
        world.anonymous().get("/actors").mustBe(401);
    }

    @Test
    void knowsNobodyUnderAnUnknownId() {
        String path = "/actors/" + UUID.randomUUID();

        administrator.get(path).mustBe(404);
        administrator.patch(path, object("display_name", "X")).mustBe(404);
        for (String action : List.of("/deactivate", "/reactivate", "/reset-second-factor", "/reset-link")) {
            administrator.post(path + action).mustBe(404);
        }
        administrator.get("/actors/no-id").mustBe(404);
    }

    @Test
    void letsPeopleChangeTheirOwnAccount() {
        Account account = world.account();
        Api api = account.api();

        assertThat(api.patch("/account", object("display_name", "Countess"))
                        .mustBe(200)
                        .text("display_name"))
                .isEqualTo("Countess");
        assertThat(api.patch("/account", object("email", "new-" + account.email()))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("password");
        assertThat(api.patch("/account", object("email", "nowhere", "display_name", ""))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("display_name", "email");
        api.patch("/account", object("email", "new-" + account.email(), "password", account.password()))
                .mustBe(200);

        assertThat(api.get("/account").mustBe(200).text("email")).isEqualTo("new-" + account.email());
        assertThat(api.get("/auth/me").text("display_name")).isEqualTo("Countess");
        world.anonymous().get("/account").mustBe(401);
        world.anonymous().patch("/account", object("display_name", "X")).mustBe(401);
    }

    private List<String> find(String query) {
        return administrator.get("/actors?query=" + query).mustBe(200).each("handle");
    }

    private Account administratorAccount() {
        Account account = world.account();
        administrator
                .patch("/actors/" + account.id(), object("administrator", true))
                .mustBe(200);
        return account;
    }
}
