package io.strata.documents;

import static io.strata.testing.Api.object;
import static org.awaitility.Awaitility.await;

import io.strata.testing.Api;
import io.strata.testing.TestWorkspace;
import io.strata.testing.Upload;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** The documents of a workspace as a test fills it. */
record Vault(TestWorkspace workspace) {

    Api api() {
        return workspace.api();
    }

    /** Uploads a text and waits for nothing. */
    String add(String name, String text, Map<String, String> fields) {
        return add(api(), name, text, fields);
    }

    String add(Api api, String name, String text, Map<String, String> fields) {
        Upload upload = new Upload();
        fields.forEach(upload::field);
        return api.upload(
                        workspace.path("/documents"),
                        upload.file(name, "application/octet-stream", SampleFiles.bytes(text)))
                .mustBe(202)
                .each("id")
                .get(0);
    }

    String add(String name, String text) {
        return add(name, text, Map.of());
    }

    /** Uploads a text and waits until it is processed. */
    String addAndAwait(String name, String text) {
        String id = add(name, text);
        finished(id);
        return id;
    }

    /** The document once it is processed. */
    JsonObject finished(String id) {
        return await("the end of " + id)
                .until(
                        () -> api().get("/documents/" + id).mustBe(200).json(),
                        document -> List.of("ready", "failed").contains(document.getString("status")));
    }

    /** A new folder; at the top when there is no parent. */
    String folder(String name, String parent) {
        return api().post(workspace.path("/folders"), object("name", name, "parent_id", parent))
                .mustBe(201)
                .text("id");
    }

    /** The ids of the documents that a list with these parameters shows. */
    List<String> list(String parameters) {
        return api().get(workspace.path("/documents" + parameters)).mustBe(200).each("id");
    }
}
