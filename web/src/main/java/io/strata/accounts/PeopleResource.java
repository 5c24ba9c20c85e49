package io.strata.accounts;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.common.Created;
import io.strata.common.Page;
import io.strata.common.RequestBody;
import io.strata.common.Validation;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people of the installation over HTTP. */
@Path("/actors")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "People")
public class PeopleResource {

    @Inject
    PeopleService people;

    @GET
    @Requires(Action.SYSTEM_READ)
    @Operation(summary = "List people by handle", description = "query: part of a handle, name or mail address.")
    public Page<PersonView> list(
            @QueryParam("query") String query,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return people.list(query, cursor, limit);
    }

    @POST
    @Requires(Action.SYSTEM_OPERATE)
    @Operation(
            summary = "Make an account for a person",
            description = "Without a password they need a link to choose one: POST /actors/{actor}/reset-link.")
    @APIResponseSchema(value = PersonView.class, responseCode = "201", responseDescription = "The account exists")
    public Response create(NewPerson person) {
        PersonView created = people.create(RequestBody.require(person));
        return Created.at("actors", created.id(), created);
    }

    @GET
    @Path("{actor}")
    @Requires(Action.SYSTEM_READ)
    @Operation(summary = "Read a person")
    public PersonView get(@PathParam("actor") String id) {
        return people.get(person(id));
    }

    @PATCH
    @Path("{actor}")
    @Requires(Action.SYSTEM_OPERATE)
    @Operation(
            summary = "Change a person",
            description = "What is absent stays; an empty email takes the address away. 409 for the last active"
                    + " administrator.")
    public PersonView change(@PathParam("actor") String id, PersonChange change) {
        return people.change(person(id), RequestBody.require(change));
    }

    @POST
    @Path("{actor}/deactivate")
    @Consumes(MediaType.WILDCARD)
    @Requires(Action.SYSTEM_OPERATE)
    @Operation(
            summary = "End all sign-ins of a person and let them start no other",
            description = "409 for the last active administrator.")
    public PersonView deactivate(@PathParam("actor") String id) {
        return people.deactivate(person(id));
    }

    @POST
    @Path("{actor}/reactivate")
    @Consumes(MediaType.WILDCARD)
    @Requires(Action.SYSTEM_OPERATE)
    @Operation(summary = "Let a person sign in again")
    public PersonView reactivate(@PathParam("actor") String id) {
        return people.reactivate(person(id));
    }

    @POST
    @Path("{actor}/reset-second-factor")
    @Consumes(MediaType.WILDCARD)
    @Requires(Action.SYSTEM_OPERATE)
    @Operation(
            summary = "Take the second factor of a person away",
            description = "For somebody who has lost it together with the recovery codes. 409 when there is none.")
    public PersonView resetSecondFactor(@PathParam("actor") String id) {
        return people.resetSecondFactor(person(id));
    }

    @POST
    @Path("{actor}/reset-link")
    @Consumes(MediaType.WILDCARD)
    @Requires(Action.SYSTEM_OPERATE)
    @Operation(
            summary = "Make a link to a new password",
            description = "Good once and for half an hour; shown in this answer only. Earlier links end. Without"
                    + " STRATA_PUBLIC_URL there is only its path on this server.")
    public ResetLink resetLink(@PathParam("actor") String id) {
        return people.resetLink(person(id));
    }

    private static UUID person(String id) {
        return Validation.identifier(id, "person");
    }
}
