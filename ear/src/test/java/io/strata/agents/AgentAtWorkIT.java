package io.strata.agents;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.ApiToken;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agent with a token that reaches a part of a project only. */
@AgainstStrata
class AgentAtWorkIT {

    private final World world;
    private TestProject project;
    private Answer part;
    private Answer agent;
    private ApiToken token;
    private Api api;

    AgentAtWorkIT(World world) {
        this.world = world;
    }

    @BeforeEach
    void makeAgent() {
        project = world.project();
        part = project.component("Its part");
        agent = project.api()
                .post(
                        project.workspace().path("/agents"),
                        object("handle", "agent-" + World.word(), "display_name", "Worker"))
                .mustBe(201);
        project.api()
                .patch(project.workspace().path("/members/" + agent.id()), object("role", "member"))
                .mustBe(200);
        token = ApiToken.ofAgent(world, project.api(), agent.id(), "nodes", List.of(part.id()));
        api = token.api();
    }

    @Test
    void isOfferedWhatItsTokenReaches() {
        Answer inside = project.create("issue", "Inside", part.id());
        Answer outside = project.issue("Outside");

        assertThat(api.get(project.path("/work")).mustBe(200).each("title")).containsExactly("Inside");
        api.post("/nodes/" + outside.id() + "/claims", object()).mustBe(404);
        Answer claim = api.post("/nodes/" + inside.id() + "/claims", object()).mustBe(201);
        assertThat(claim.text("actor_id")).isEqualTo(agent.text("id"));
        api.post("/claims/" + claim.text("id") + "/complete", object("result", "Done"))
                .mustBe(200);
        assertThat(project.api().get("/nodes/" + inside.id() + "/comments").items())
                .singleElement()
                .satisfies(comment -> assertThat(comment.getString("author_id")).isEqualTo(agent.text("id")));
    }

    @Test
    void waitsForApprovalWithinTheLimitsOfItsToken() {
        Answer first = project.create("issue", "First", part.id());
        Answer second = project.create("issue", "Second", part.id());
        Answer outside = project.issue("Outside");

        api.delete("/nodes/" + outside.id()).mustBe(404);
        Answer ofFirst = api.delete("/nodes/" + first.id()).mustBe(202);
        Answer ofSecond = api.delete("/nodes/" + second.id()).mustBe(202);

        assertThat(approve(ofFirst).mustBe(200).text("status")).isEqualTo("performed");
        project.api().get("/nodes/" + first.id()).mustBe(404);
        project.api().delete("/tokens/" + token.id()).mustBe(204);
        assertThat(approve(ofSecond).mustBe(409).text()).contains("not with the token that it had");
        project.api().get("/nodes/" + second.id()).mustBe(200);
    }

    private Answer approve(Answer request) {
        return project.api().post("/approvals/" + request.text("id") + "/approve");
    }
}
