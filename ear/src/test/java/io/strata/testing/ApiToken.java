package io.strata.testing;

import static io.strata.testing.Api.object;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** An API token that a test has made. */
public record ApiToken(World world, UUID id, String secret) {

    /** A token of whoever asks, with what is given beside a name and an end. */
    public static ApiToken of(World world, Api owner, Object... namesAndValues) {
        return read(world, owner.post("/account/tokens", request(namesAndValues)));
    }

    /** A token of an agent, made by one who looks after it. */
    public static ApiToken ofAgent(World world, Api keeper, UUID agent, Object... namesAndValues) {
        return read(world, keeper.post("/agents/" + agent + "/tokens", request(namesAndValues)));
    }

    /** The request for a token. */
    public static Map<String, Object> request(Object... namesAndValues) {
        Map<String, Object> request = new LinkedHashMap<>(object("name", "Test", "expires_in_days", 7));
        request.putAll(object(namesAndValues));
        return request;
    }

    /** The API as its bearer uses it. */
    public Api api() {
        return world.with(secret);
    }

    private static ApiToken read(World world, Answer answer) {
        UUID id =
                UUID.fromString(answer.mustBe(201).json().getJsonObject("token").getString("id"));
        return new ApiToken(world, id, answer.text("secret"));
    }
}
