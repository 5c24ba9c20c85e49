package io.strata.realtime;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.accounts.SessionCookie;
import io.strata.common.ProblemException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Events over HTTP: page by page, and as a stream. */
@Path("/events")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Events")
public class EventResource {

    @Inject
    EventFeed feed;

    @Inject
    EventHub hub;

    @Inject
    Proofs proofs;

    @GET
    @Requires(Action.SIGNED_IN)
    @Operation(
            summary = "Read what has happened since",
            description = "Events after a place, in their order. Go on with last as after; without after there are none"
                    + " yet, and last says where it begins. Channels: project:, node: or user: with an id behind it,"
                    + " separated by commas; all that the caller may hear of when there are none. With reset, events in"
                    + " between are not kept any more: read anew what you know.")
    public EventPage list(
            @QueryParam("after") String after,
            @QueryParam("channels") String channels,
            @QueryParam("limit") Integer limit) {
        return feed.after(place("after", after), names(channels), limit);
    }

    @GET
    @Path("/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Requires(Action.SIGNED_IN)
    @Operation(
            summary = "Follow what happens",
            description =
                    "Server-sent events: subscribed, one per event with its sequence as the id, and reset. A client"
                            + " that comes back with Last-Event-ID, as browsers do by themselves, goes on where it was.")
    @APIResponse(
            responseCode = "200",
            description = "The stream; it does not end by itself.",
            content =
                    @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(implementation = String.class)))
    public void stream(
            @Context SseEventSink sink,
            @Context Sse sse,
            @Context HttpServletRequest request,
            @HeaderParam("Last-Event-ID") String lastEventId,
            @QueryParam("after") String after,
            @QueryParam("channels") String channels) {
        Long from = lastEventId == null || lastEventId.isBlank()
                ? place("after", after)
                : place("Last-Event-ID", lastEventId);
        CallerProof proof = proofs.of(request.getHeader("Authorization"), () -> SessionCookie.read(request));
        Following following = hub.follow(new StreamOutlet(sink, sse), proof);
        try {
            hub.subscribe(following, names(channels), from);
        } catch (RuntimeException refused) {
            following.closed();
            throw refused;
        }
    }

    private static List<String> names(String channels) {
        return channels == null
                ? List.of()
                : Arrays.stream(channels.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    private static Long place(String field, String text) {
        try {
            return text == null ? null : Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw ProblemException.validation(field, "must be a place that an event had");
        }
    }
}
