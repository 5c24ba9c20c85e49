package io.strata.testing;

import static io.strata.testing.Api.object;

import java.util.UUID;

/** A workspace of a test's own. */
public record TestWorkspace(World world, UUID id) {

    /** The API as its owner uses it. */
    public Api api() {
        return world.administrator();
    }

    /** The path of the workspace, with more behind it. */
    public String path(String more) {
        return "/workspaces/" + id + more;
    }

    /** A new project in it. */
    public TestProject project() {
        String key = World.projectKey();
        Answer created = api().post(path("/projects"), object("key", key, "name", "Project " + key))
                .mustBe(201);
        return new TestProject(this, created.id(), key, UUID.fromString(created.text("root_id")));
    }

    /** The API as a new member uses it. */
    public Api member(String role) {
        return world.as(join(role));
    }

    /** A new member. */
    public Person join(String role) {
        Person person = world.person();
        world.stores().addMember(id, person, role);
        return person;
    }

    /** A new member that is no person. */
    public Person agent(String role) {
        Person agent = join(role);
        world.stores().sql("update actor set kind = 'agent' where id = ?", agent.id());
        return agent;
    }
}
