package io.strata.common;

import static io.strata.testing.Api.object;
import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.Answer;
import io.strata.testing.Api;
import io.strata.testing.TestProject;
import io.strata.testing.World;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever goes wrong, the answer is the one envelope, with a code from the catalogue. */
@AgainstStrata
class ErrorsIT {

    private final World world;
    private final Api api;

    ErrorsIT(World world) {
        this.world = world;
        this.api = world.administrator();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "", "[]", "\"text\"", "{\"name\": }", "null", "{\"name\":{\"a\":1}}", "{\"name\":[1]}"})
    void refusesABodyThatIsNotTheExpectedJson(String body) {
        expect(api.post("/workspaces", body), 400, "bad_request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"unknown\":{", "{\"unknown\":[1,", "{\"unknown\":{\"a\":", "{\"name\":\"N\",\"unknown\":{}"})
    void refusesABodyThatEndsInWhatItDoesNotKnow(String body) {
        expect(api.post("/workspaces", body), 400, "bad_request");
        expect(world.anonymous().post("/auth/login", body), 400, "bad_request");
    }

    @Test
    void readsJsonInUtf8Only() {
        Answer answer = api.send(api.request("/workspaces")
                .header("Content-Type", "application/json; charset=utf-16")
                .POST(BodyPublishers.ofString("{\"name\":\"N\"}", StandardCharsets.UTF_16)));

        expect(answer, 415, "unsupported_media_type");
        api.send(api.request("/workspaces")
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(BodyPublishers.ofString("{\"name\":\"N\"}")))
                .mustBe(201);
    }

    @Test
    void refusesWrongTypesWithinTheBody() {
        TestProject project = world.project();

        expect(
                api.post(project.path("/nodes"), "{\"kind\":\"issue\",\"title\":\"T\",\"parent_id\":\"no uuid\"}"),
                400,
                "bad_request");
        expect(
                api.post(project.path("/nodes"), "{\"kind\":\"issue\",\"title\":\"T\",\"labels\":\"no list\"}"),
                400,
                "bad_request");
    }

    @Test
    void namesTheFieldOfAnUnknownConstant() {
        Answer answer = api.post(world.project().path("/nodes"), object("kind", "wish", "title", "T"));

        expect(answer, 422, "validation_error");
        assertThat(answer.wrongFields()).containsExactly("kind");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing/here", "/", "", "/nodes", "/auth", "/%2e%2e/x", "/workspaces/x/y/z"})
    void saysThatAnAddressDoesNotExist(String path) {
        expect(api.get(path), 404, "not_found");
    }

    @Test
    void saysSoForAddressesOutsideTheCurrentVersionToo() {
        expect(api.get("//api/v2/workspaces"), 404, "not_found");
        expect(api.get("//api"), 404, "not_found");
    }

    @Test
    void saysWhichMethodsAnAddressSupports() {
        Answer answer = api.delete("/workspaces");

        expect(answer, 405, "method_not_allowed");
        assertThat(answer.header("Allow")).contains("GET", "POST");
    }

    @Test
    void refusesAMediaTypeThatItDoesNotRead() {
        Answer answer = api.send(
                api.request("/workspaces").header("Content-Type", "text/plain").POST(BodyPublishers.ofString("name")));

        expect(answer, 415, "unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "/", "application/json; charset=", "multipart/form-data", "application/json; charset=x"})
    void refusesAMediaTypeThatIsNone(String type) {
        for (String path : new String[] {"/workspaces", "/jobs/executions/1/abandon"}) {
            Answer answer =
                    api.send(api.request(path).header("Content-Type", type).POST(BodyPublishers.ofString("{}")));

            assertThat(answer.status()).as(type).isBetween(400, 422);
            assertThat(answer.errorCode()).isNotBlank();
        }
    }

    @Test
    void refusesAMediaTypeThatItDoesNotWrite() {
        Answer answer = api.send(
                api.request("/workspaces").header("Accept", "image/png").GET());

        expect(answer, 406, "not_acceptable");
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        Answer answer = api.post("/workspaces", " ".repeat(9 * 1024 * 1024));

        expect(answer, 413, "too_large");
    }

    @Test
    void refusesABodyThatDoesNotSayThatItIsTooLarge() {
        byte[] large = " ".repeat(9 * 1024 * 1024).getBytes(StandardCharsets.UTF_8);

        Answer answer = api.send(api.request("/workspaces")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large))));

        expect(answer, 413, "too_large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/workspaces/no-uuid", "/projects/7", "/nodes/NOPE-12345", "/projects/0-0-0-0-0", "/nodes/%00"})
    void saysThatNothingHasAMalformedIdentifier(String path) {
        expect(api.get(path), 404, "not_found");
    }

    @Test
    void saysToAdministratorsAsWellThatAWorkspaceDoesNotExist() {
        String nowhere = "/workspaces/" + UUID.randomUUID();

        expect(
                api.post(nowhere + "/members", object("actor_id", world.person().id(), "role", "member")),
                404,
                "not_found");
        expect(api.post(nowhere + "/topics", object("name", "T", "description", "D")), 404, "not_found");
        expect(api.get(nowhere + "/documents"), 404, "not_found");
    }

    @Test
    void refusesTheCharacterThatNoStoreKeeps() {
        Answer answer = api.post("/workspaces", "{\"name\":\"nul \\u0000 inside\"}");

        expect(answer, 422, "validation_error");
        assertThat(answer.wrongFields()).containsExactly("name");
    }

    @Test
    void saysWhereThatCharacterIs() {
        TestProject project = world.project();

        Answer body = api.post(
                project.path("/nodes"),
                "{\"kind\":\"issue\",\"title\":\"T\",\"labels\":[\"a\",\"b\\u0000\"],\"description\":\"not \\\\u0000\"}");
        Answer query = api.get("/audit?text=a%00b");

        expect(body, 422, "validation_error");
        assertThat(body.wrongFields()).containsExactly("labels[1]");
        expect(query, 422, "validation_error");
        assertThat(query.wrongFields()).containsExactly("text");
        api.post(project.path("/nodes"), "{\"kind\":\"issue\",\"title\":\"not \\\\u0000\"}")
                .mustBe(201);
    }

    @Test
    void refusesAPageSizeThatIsNoNumber() {
        Answer answer = api.get("/workspaces?limit=many");

        assertThat(answer.status()).isIn(400, 404, 422);
        assertThat(answer.errorCode()).isNotBlank();
    }

    @Test
    void refusesACursorThatNoListGave() {
        Answer answer = api.get("/workspaces?cursor=made-up");

        assertThat(answer.status()).isIn(400, 404, 422);
        assertThat(answer.errorCode()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/workspaces", "/audit", "/auth/me", "/nodes/NOPE-1"})
    void asksWhoeverHasNotSignedInToDoSo(String path) {
        expect(world.anonymous().get(path), 401, "unauthenticated");
    }

    @Test
    void keepsTextOfEveryScriptAsItIs() {
        String name = "Ракета 火箭 🚀 \"quoted\" <b>bold</b> \\ back";

        Answer created = api.post("/workspaces", object("name", name)).mustBe(201);

        assertThat(api.get("/workspaces/" + created.id()).text("name")).isEqualTo(name);
    }

    private static void expect(Answer answer, int status, String code) {
        answer.mustBe(status);
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.json().getJsonObject("error").getString("message"))
                .isNotBlank()
                .doesNotContain("Exception", "io.strata", "org.");
    }
}
