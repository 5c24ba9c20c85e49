package io.strata.workspaces;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.AtOnce;
import io.strata.testing.Person;
import io.strata.testing.TestWorkspace;
import io.strata.testing.World;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@AgainstStrata
class MembersIT {

    private final World world;

    MembersIT(World world) {
        this.world = world;
    }

    @Test
    void addsChangesAndRemovesAMember() {
        TestWorkspace workspace = world.workspace();
        Person person = world.person();

        Answer added = workspace
                .api()
                .post(workspace.path("/members"), object("handle", person.handle(), "role", "viewer"))
                .mustBe(201);

        assertThat(added.text("actor_id")).isEqualTo(person.id().toString());
        assertThat(added.header("Location")).endsWith("/members/" + person.id());
        world.as(person).get(workspace.path("")).mustBe(200);
        assertThat(workspace.api().get(workspace.path("/members")).mustBe(200).each("handle"))
                .contains(person.handle());
        assertThat(workspace
                        .api()
                        .patch(workspace.path("/members/" + person.id()), object("role", "admin"))
                        .mustBe(200)
                        .text("role"))
                .isEqualTo("admin");
        assertThat(world.as(person).get(workspace.path("")).text("role")).isEqualTo("admin");
        workspace.api().delete(workspace.path("/members/" + person.id())).mustBe(204);
        world.as(person).get(workspace.path("")).mustBe(404);
        assertThat(workspace.api().get("/audit?workspace_id=" + workspace.id()).each("action"))
                .startsWith("member.removed", "member.changed", "member.added");
    }

    @Test
    void listsMembersPageByPage() {
        TestWorkspace workspace = world.workspace();
        for (int i = 0; i < 4; i++) {
            workspace.member("MEMBER");
        }

        Answer first = workspace.api().get(workspace.path("/members?limit=3")).mustBe(200);
        Answer second = workspace
                .api()
                .get(workspace.path("/members?limit=3&cursor=" + first.text("next_cursor")))
                .mustBe(200);

        assertThat(first.items()).hasSize(3);
        assertThat(second.items()).hasSize(2);
        assertThat(first.each("actor_id")).doesNotContainAnyElementsOf(second.each("actor_id"));
    }

    @Test
    void refusesWhoIsNobodyAndWhoIsOneAlready() {
        TestWorkspace workspace = world.workspace();
        Person person = world.person();
        var request = object("actor_id", person.id(), "role", "member");
        workspace.api().post(workspace.path("/members"), request).mustBe(201);

        workspace.api().post(workspace.path("/members"), request).mustBe(409);
        assertThat(workspace
                        .api()
                        .post(workspace.path("/members"), object("handle", "nobody-at-all", "role", "member"))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("handle");
        assertThat(workspace
                        .api()
                        .post(workspace.path("/members"), object("handle", person.handle()))
                        .mustBe(422)
                        .wrongFields())
                .containsExactly("role");
        workspace
                .api()
                .patch(workspace.path("/members/" + UUID.randomUUID()), object("role", "member"))
                .mustBe(404);
    }

    @Test
    void keepsTheLastOwner() {
        Person owner = world.person();
        UUID id = world.as(owner)
                .post("/workspaces", object("name", "Mine"))
                .mustBe(201)
                .id();
        String self = "/workspaces/" + id + "/members/" + owner.id();

        world.as(owner).delete(self).mustBe(409);
        world.as(owner).patch(self, object("role", "member")).mustBe(409);
        Person other = world.person();
        world.as(owner)
                .post("/workspaces/" + id + "/members", object("handle", other.handle(), "role", "owner"))
                .mustBe(201);
        world.as(owner).delete(self).mustBe(204);
        world.as(owner).get("/workspaces/" + id).mustBe(404);
    }

    @RepeatedTest(3)
    void keepsAnOwnerWhenBothLeaveAtOnce() throws Exception {
        Person one = world.person();
        Person two = world.person();
        UUID id = world.as(one)
                .post("/workspaces", object("name", "Ours"))
                .mustBe(201)
                .id();
        String members = "/workspaces/" + id + "/members";
        world.as(one)
                .post(members, object("handle", two.handle(), "role", "owner"))
                .mustBe(201);

        List<Answer> answers = AtOnce.run(List.of(
                () -> world.as(one).delete(members + "/" + one.id()),
                () -> world.as(two).delete(members + "/" + two.id())));

        assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(204, 409);
    }

    @Test
    void letsNobodyGiveOrTakeARoleAboveTheirOwn() {
        TestWorkspace workspace = world.workspace();
        Api administrator = workspace.member("ADMIN");
        Person person = world.person();
        Person owner = world.person();
        workspace
                .api()
                .post(workspace.path("/members"), object("handle", owner.handle(), "role", "owner"))
                .mustBe(201);

        administrator
                .post(workspace.path("/members"), object("handle", person.handle(), "role", "owner"))
                .mustBe(403);
        administrator.delete(workspace.path("/members/" + owner.id())).mustBe(403);
        administrator
                .patch(workspace.path("/members/" + owner.id()), object("role", "viewer"))
                .mustBe(403);
        administrator
                .post(workspace.path("/members"), object("handle", person.handle(), "role", "admin"))
                .mustBe(201);
    }

    @Test
    void leavesMembersToAdministratorsButLetsEverybodyLeave() {
        TestWorkspace workspace = world.workspace();
        Person person = world.person();
        workspace
                .api()
                .post(workspace.path("/members"), object("handle", person.handle(), "role", "member"))
                .mustBe(201);
        Api member = world.as(person);
        Api stranger = world.as(world.person());
        var request = object("handle", world.person().handle(), "role", "viewer");

        member.get(workspace.path("/members")).mustBe(200);
        member.post(workspace.path("/members"), request).mustBe(403);
        member.patch(workspace.path("/members/" + person.id()), object("role", "admin"))
                .mustBe(403);
        stranger.get(workspace.path("/members")).mustBe(404);
        stranger.post(workspace.path("/members"), request).mustBe(404);
        stranger.delete(workspace.path("/members/" + person.id())).mustBe(404);
        member.delete(workspace.path("/members/" + person.id())).mustBe(204);
    }
}
