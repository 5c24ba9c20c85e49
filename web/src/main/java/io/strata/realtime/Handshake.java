package io.strata.realtime;

import io.strata.accounts.SameOrigin;
import io.strata.accounts.SessionCookie;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps of a WebSocket's first request what proves who it is from: a bearer token, or the cookie of a browser that shows one
 * of our own pages. A browser on another site's page is turned away, because it would send the cookie along.
 */
public final class Handshake extends ServerEndpointConfig.Configurator {

    private static final String TOKEN = Handshake.class.getName() + ".token";
    private static final String FOREIGN = Handshake.class.getName() + ".foreign";

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(request.getHeaders());
        Optional<String> origin = first(headers, "Origin");
        Optional<String> bearer = first(headers, "Authorization").flatMap(Proofs::bearer);
        boolean own = origin.filter(
                        from -> SameOrigin.is(from, first(headers, "Host").orElse(null)))
                .isPresent();
        config.getUserProperties().put(FOREIGN, origin.isPresent() && !own && bearer.isEmpty());
        bearer.or(() -> own ? cookie(headers) : Optional.empty())
                .ifPresent(token -> config.getUserProperties().put(TOKEN, token));
    }

    /** The token of the first request; empty when it has brought none that counts. */
    static Optional<String> token(EndpointConfig config) {
        return Optional.ofNullable((String) config.getUserProperties().remove(TOKEN));
    }

    /** Whether the first request came from another site's page. */
    static boolean isForeign(EndpointConfig config) {
        return Boolean.TRUE.equals(config.getUserProperties().get(FOREIGN));
    }

    private static Optional<String> cookie(Map<String, List<String>> headers) {
        return headers.getOrDefault("Cookie", List.of()).stream()
                .map(SessionCookie::read)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
}
