package io.strata.realtime;

import java.util.List;

/**
 * What a client says over a WebSocket.
 *
 * @param type {@code authenticate} with a token, or {@code subscribe} with channels
 * @param channels what to follow from now on; none or {@code null}: all channels
 * @param after the place after which to begin; {@code null}: where it is, or from now on
 */
public record SocketMessage(String type, String token, List<String> channels, Long after) {}
