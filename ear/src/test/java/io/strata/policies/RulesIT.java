package io.strata.policies;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.Person;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@AgainstStrata
class RulesIT {

    private final World world;
    private TestProject project;
    private Person person;
    private Api member;

    RulesIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void makeProject() {
        project = world.project();
        person = project.workspace().join("MEMBER");
        member = world.as(person);
    }

    @Test
    void hidesASubtreeWhereverItCouldShow() {
        Answer secret = project.component("Secret part");
        Answer inside = project.create("issue", "Secret work", secret.id());
        Answer outside = project.issue("Open work");
        project.api()
                .post("/nodes/" + outside.id() + "/links", object("type", "relates_to", "target_id", inside.id()))
                .mustBe(201);
        rule("deny", "node_read", "MEMBER", null, secret.id(), null);

        member.get("/nodes/" + secret.id()).mustBe(404);
        member.get("/nodes/" + inside.text("short_id")).mustBe(404);
        assertThat(ids(member.get(project.path("/nodes")))).containsExactlyInAnyOrder(project.rootId(), outside.id());
        Answer root = member.get("/nodes/" + project.rootId()).mustBe(200);
        assertThat(root.json().getInt("child_count")).isEqualTo(1);
        assertThat(root.text()).doesNotContain("Secret");
        assertThat(member.get("/nodes/" + outside.id()).mustBe(200).text()).doesNotContain("Secret");
        assertThat(ids(member.get("/nodes/" + project.rootId() + "/children"))).containsExactly(outside.id());
        assertThat(ids(project.api().get(project.path("/nodes")))).hasSize(4);
    }

    @Test
    void letsTheNearestRuleDecide() {
        Answer outer = project.component("Outer");
        Answer inner = project.create("component", "Inner", outer.id());
        Answer leaf = project.create("issue", "Leaf", inner.id());
        rule("deny", "node_read", "MEMBER", null, outer.id(), null);
        rule("allow", "node_read", "MEMBER", null, inner.id(), null);

        member.get("/nodes/" + outer.id()).mustBe(404);
        Answer shown = member.get("/nodes/" + leaf.id()).mustBe(200);

        assertThat(shortIds(shown, "path")).containsExactly(project.key() + "-C1", inner.text("short_id"));
    }

    @Test
    void letsARuleForTheActorGoBeforeOneForTheRole() {
        Answer part = project.component("Part");
        rule("deny", "node_read", "MEMBER", null, part.id(), null);
        rule("allow", "node_read", null, person, part.id(), null);

        member.get("/nodes/" + part.id()).mustBe(200);
        project.workspace().member("MEMBER").get("/nodes/" + part.id()).mustBe(404);
    }

    @Test
    void canConcernANodeAlone() {
        Answer part = project.component("Part");
        Answer below = project.create("issue", "Below", part.id());
        rule("deny", "node_read", "MEMBER", null, part.id(), "node");

        member.get("/nodes/" + part.id()).mustBe(404);
        assertThat(shortIds(member.get("/nodes/" + below.id()), "path")).hasSize(1);
        Answer later = project.create("issue", "Made later", part.id());
        member.get("/nodes/" + later.id()).mustBe(200);
    }

    @Test
    void letsSomebodyInWhoIsNoMember() {
        Answer part = project.component("Shared part");
        Answer below = project.create("issue", "Shared work", part.id());
        Answer other = project.issue("Not shared");
        Person guest = world.person();
        Api asGuest = world.as(guest);
        asGuest.get(project.path("")).mustBe(404);
        rule("allow", "node_read", null, guest, part.id(), null);

        asGuest.get("/nodes/" + below.id()).mustBe(200);
        asGuest.get("/nodes/" + other.id()).mustBe(404);
        asGuest.get(project.path("")).mustBe(200);
        assertThat(ids(asGuest.get(project.path("/nodes")))).containsExactlyInAnyOrder(part.id(), below.id());
        assertThat(ids(asGuest.get("/workspaces")))
                .containsExactly(project.workspace().id());
        asGuest.patch("/nodes/" + below.id(), object("title", "Mine")).mustBe(403);
        asGuest.get(project.workspace().path("/rules")).mustBe(403);
    }

    @Test
    void countsAndEndsWithTheNextRequest() {
        Answer part = project.component("Part");
        UUID rule = rule("deny", "node_read", "MEMBER", null, part.id(), null);
        member.get("/nodes/" + part.id()).mustBe(404);

        project.api().delete("/rules/" + rule).mustBe(204);

        member.get("/nodes/" + part.id()).mustBe(200);
    }

    @Test
    void followsWhatIsMovedAndWhatIsMadeLater() {
        Answer secret = project.component("Secret part");
        Answer open = project.component("Open part");
        Answer moved = project.create("component", "Moved", open.id());
        Answer below = project.create("issue", "Below", moved.id());
        rule("deny", "node_read", "MEMBER", null, secret.id(), null);

        project.api()
                .post("/nodes/" + moved.id() + "/move", object("parent_id", secret.id()))
                .mustBe(200);
        member.get("/nodes/" + below.id()).mustBe(404);
        Answer later = project.create("issue", "Later", moved.id());
        member.get("/nodes/" + later.id()).mustBe(404);

        project.api()
                .post("/nodes/" + moved.id() + "/move", object("parent_id", open.id()))
                .mustBe(200);
        member.get("/nodes/" + below.id()).mustBe(200);
        member.get("/nodes/" + later.id()).mustBe(200);
    }

    @Test
    void takesRulesAlongWithWhatTheyAreAbout() {
        Answer from = project.component("From");
        Answer to = project.component("To");
        Answer part = project.create("component", "Part", from.id());
        Answer below = project.create("issue", "Below", part.id());
        rule("deny", "node_write", "MEMBER", null, part.id(), null);
        rule("deny", "node_read", "MEMBER", null, to.id(), null);

        project.api()
                .post("/nodes/" + part.id() + "/move", object("parent_id", to.id()))
                .mustBe(200);

        member.get("/nodes/" + below.id()).mustBe(404);
        project.api()
                .post("/nodes/" + part.id() + "/move", object("parent_id", from.id()))
                .mustBe(200);
        member.get("/nodes/" + below.id()).mustBe(200);
        member.patch("/nodes/" + below.id(), object("title", "No")).mustBe(403);
    }

    @Test
    void keepsWritersOutOfAPart() {
        Answer part = project.component("Frozen part");
        Answer below = project.create("issue", "Frozen work", part.id());
        Answer free = project.issue("Free work");
        rule("deny", "node_write", "MEMBER", null, part.id(), null);

        member.get("/nodes/" + below.id()).mustBe(200);
        member.patch("/nodes/" + below.id(), object("title", "No")).mustBe(403);
        member.post(project.path("/nodes"), object("kind", "issue", "title", "No", "parent_id", part.id()))
                .mustBe(403);
        member.post("/nodes/" + free.id() + "/move", object("parent_id", part.id()))
                .mustBe(403);
        member.patch("/nodes/" + free.id(), object("title", "Yes")).mustBe(200);
        assertThat(project.api().get("/nodes/" + part.id()).json().getInt("child_count"))
                .isEqualTo(1);
    }

    @Test
    void letsNobodyDeleteWhatIsProtectedBelow() {
        Answer part = project.component("Part");
        Answer kept = project.create("issue", "Kept", part.id());
        rule("deny", "node_delete", "MEMBER", null, kept.id(), "node");

        member.delete("/nodes/" + part.id()).mustBe(403);

        project.api().get("/nodes/" + kept.id()).mustBe(200);
        project.api().delete("/nodes/" + part.id()).mustBe(200);
    }

    @Test
    void hidesCommentsTrashAndDocumentsWithTheirNode() {
        Answer part = project.component("Part");
        Answer comment = project.api()
                .post("/nodes/" + part.id() + "/comments", object("text", "Secret words"))
                .mustBe(201);
        Answer gone = project.create("issue", "Secret trash", part.id());
        project.api().delete("/nodes/" + gone.id()).mustBe(200);
        rule("deny", "node_read", "MEMBER", null, part.id(), null);

        member.get("/nodes/" + part.id() + "/comments").mustBe(404);
        member.get("/comments/" + comment.id()).mustBe(404);
        assertThat(member.get(project.path("/trash")).mustBe(200).items()).isEmpty();
        member.post("/nodes/" + gone.id() + "/restore").mustBe(404);
        assertThat(project.api().get(project.path("/trash")).items()).hasSize(1);
    }

    @Test
    void explainsWhichRuleDecidedAndOnWhichPath() {
        Answer outer = project.component("Outer");
        Answer inner = project.create("component", "Inner", outer.id());
        Answer leaf = project.create("issue", "Leaf", inner.id());
        UUID denied = rule("deny", "node_read", "MEMBER", null, outer.id(), null);
        rule("allow", "node_read", "MEMBER", null, null, null);

        Answer why = project.api()
                .get("/nodes/" + leaf.id() + "/access/explain?actor=" + person.handle())
                .mustBe(200);

        assertThat(why.json().getBoolean("allowed")).isFalse();
        assertThat(why.text("because")).isEqualTo("rule");
        assertThat(why.json().getJsonObject("rule").getString("id")).isEqualTo(denied.toString());
        assertThat(shortIds(why, "path"))
                .containsExactly(outer.text("short_id"), inner.text("short_id"), leaf.text("short_id"));
        assertThat(why.json().getJsonArray("overruled")).hasSize(1);
        assertThat(why.text("sentence")).contains(person.handle(), "may not", outer.text("short_id"));
    }

    @Test
    void explainsWithoutRulesByTheRole() {
        Answer issue = project.issue("Work");

        Answer own = member.get("/nodes/" + issue.id() + "/access/explain?action=comment_moderate")
                .mustBe(200);
        Answer strangers = project.api()
                .get("/nodes/" + issue.id() + "/access/explain?actor="
                        + world.person().handle())
                .mustBe(200);

        assertThat(own.text("because")).isEqualTo("role");
        assertThat(own.json().getBoolean("allowed")).isFalse();
        assertThat(strangers.text("because")).isEqualTo("no_membership");
    }

    @Test
    void explainsOthersOnlyToWhoMakesTheRules() {
        Answer issue = project.issue("Work");

        member.get("/nodes/" + issue.id() + "/access/explain?actor=admin").mustBe(403);
        world.as(world.person()).get("/nodes/" + issue.id() + "/access/explain").mustBe(404);
        project.api()
                .get("/nodes/" + issue.id() + "/access/explain?actor=nobody-at-all")
                .mustBe(422);
    }

    @Test
    void refusesRulesThatSayNothingOrTooMuch() {
        String rules = project.workspace().path("/rules");
        Answer issue = project.issue("Work");
        List<Map<String, Object>> wrong = List.of(
                object("action", "node_read", "effect", "deny"),
                object("action", "node_read", "effect", "deny", "role", "member", "actor_id", person.id()),
                object("action", "node_read", "effect", "deny", "actor_handle", "nobody-at-all"),
                object("action", "node_read", "role", "member"),
                object("action", "policy_manage", "effect", "deny", "role", "owner"),
                object("action", "webhook_manage", "effect", "deny", "role", "admin", "node_id", issue.id()),
                object("action", "node_read", "effect", "deny", "role", "member", "reach", "node"));

        wrong.forEach(rule -> assertThat(project.api().post(rules, rule).status())
                .as(rule.toString())
                .isEqualTo(422));
        assertThat(project.api().get(rules).items()).isEmpty();
    }

    @Test
    void refusesTheSameRuleTwiceAndOneAboutANodeOfAnotherWorkspace() {
        Answer part = project.component("Part");
        rule("deny", "node_read", "MEMBER", null, part.id(), null);
        Map<String, Object> again =
                object("action", "node_read", "effect", "allow", "role", "member", "node_id", part.id());

        project.api().post(project.workspace().path("/rules"), again).mustBe(409);
        project.api().post(world.workspace().path("/rules"), again).mustBe(422);
    }

    @Test
    void leavesRulesToAdministratorsOfTheWorkspace() {
        String rules = project.workspace().path("/rules");
        Map<String, Object> rule = object("action", "node_read", "effect", "deny", "role", "viewer");

        member.get(rules).mustBe(403);
        member.post(rules, rule).mustBe(403);
        world.as(world.person()).get(rules).mustBe(404);
        world.as(world.person()).post(rules, rule).mustBe(404);
        UUID made = project.workspace()
                .member("ADMIN")
                .post(rules, rule)
                .mustBe(201)
                .id();
        member.delete("/rules/" + made).mustBe(403);
        project.api().delete("/rules/" + UUID.randomUUID()).mustBe(404);
    }

    private UUID rule(String effect, String action, String role, Person actor, UUID node, String reach) {
        return project.api()
                .post(
                        project.workspace().path("/rules"),
                        object(
                                "effect", effect,
                                "action", action,
                                "role", role == null ? null : role.toLowerCase(Locale.ROOT),
                                "actor_handle", actor == null ? null : actor.handle(),
                                "node_id", node,
                                "reach", reach))
                .mustBe(201)
                .id();
    }

    private static List<UUID> ids(Answer page) {
        return page.mustBe(200).items().stream()
                .map(item -> UUID.fromString(item.getString("id")))
                .toList();
    }

    private static List<String> shortIds(Answer answer, String name) {
        return answer.mustBe(200).json().getJsonArray(name).getValuesAs(JsonObject.class).stream()
                .map(step -> step.getString("short_id"))
                .toList();
    }
}
