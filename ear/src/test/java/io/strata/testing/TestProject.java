package io.strata.testing;

import static io.strata.testing.Api.object;

import java.util.UUID;

/** A project of a test's own. */
public record TestProject(TestWorkspace workspace, UUID id, String key, UUID rootId) {

    /** The API as its owner uses it. */
    public Api api() {
        return workspace.api();
    }

    /** The path of the project, with more behind it. */
    public String path(String more) {
        return "/projects/" + id + more;
    }

    /** A new issue under the root. */
    public Answer issue(String title) {
        return create("issue", title, null);
    }

    /** A new component under the root. */
    public Answer component(String title) {
        return create("component", title, null);
    }

    /** A link between two nodes. */
    public void link(Answer source, String type, Answer target) {
        api().post("/nodes/" + source.id() + "/links", object("type", type, "target_id", target.id()))
                .mustBe(201);
    }

    /** A new node under a parent; under the root when that is {@code null}. */
    public Answer create(String kind, String title, UUID parent) {
        return api().post(path("/nodes"), object("kind", kind, "title", title, "parent_id", parent))
                .mustBe(201);
    }
}
