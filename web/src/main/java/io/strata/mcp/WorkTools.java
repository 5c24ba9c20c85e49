package io.strata.mcp;

import io.strata.agents.ClaimService;
import io.strata.agents.ClaimView;
import io.strata.agents.ProgressView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** Tools for working on issues. The id of a claim is the handle for all that follows it. */
@ApplicationScoped
class WorkTools {

    private static final String CLAIM = "Id of a claim of yours, as claim_work has answered it";
    private static final String LEASE = "Seconds until the claim ends by itself, 60 to 86400; 1800 when absent";

    /** An issue to be claimed. */
    public record NewClaim(
            @About(value = "Id or short id of an issue, for example SHOP-7", required = true)
            String node,

            @About(LEASE) Long leaseSeconds) {}

    /** A lease to begin anew. */
    public record Renewal(
            @About(value = CLAIM, required = true) UUID claimId,
            @About(LEASE) Long leaseSeconds) {}

    /** How far the work is. */
    public record Progress(
            @About(value = CLAIM, required = true) UUID claimId,

            @About(value = "How much is done, 0 to 100", required = true)
            Integer percent,

            @About(value = "What was done and what comes next", required = true)
            String message) {}

    /** An issue to be given back. */
    public record Return(
            @About(value = CLAIM, required = true) UUID claimId,

            @About(value = "Why you do not finish it", required = true)
            String reason) {}

    /** Work that is finished. */
    public record Completion(
            @About(value = CLAIM, required = true) UUID claimId,

            @About(value = "What has come of it, in markdown; becomes a comment", required = true)
            String result) {}

    @Inject
    ClaimService claims;

    List<Tool<?, ?>> tools() {
        return List.of(
                working(
                        "claim_work",
                        "Claim an issue",
                        "Takes on an issue: it is assigned to you and in progress, and nobody else gets it until you end"
                                + " the claim or its lease is over. Renew it with renew_claim while you work.",
                        NewClaim.class,
                        ClaimView.class,
                        wish -> claims.claim(wish.node(), wish.leaseSeconds())),
                working(
                        "renew_claim",
                        "Renew a claim",
                        "Lets the lease of a claim begin anew. One that is over cannot be renewed: claim again.",
                        Renewal.class,
                        ClaimView.class,
                        wish -> claims.renew(wish.claimId(), wish.leaseSeconds())),
                working(
                        "report_progress",
                        "Report progress",
                        "Tells everybody how far you are.",
                        Progress.class,
                        ProgressView.class,
                        report -> claims.report(report.claimId(), report.percent(), report.message())),
                working(
                        "hand_back_work",
                        "Hand an issue back",
                        "Ends a claim without a result: the issue is free again, with its status of before.",
                        Return.class,
                        ClaimView.class,
                        back -> claims.handBack(back.claimId(), back.reason())),
                working(
                        "complete_work",
                        "Complete an issue",
                        "Ends a claim with a result: the issue is done, and the result is a comment on it.",
                        Completion.class,
                        ClaimView.class,
                        completion -> claims.complete(completion.claimId(), completion.result())));
    }

    private static <I extends Record, O extends Record> Tool<I, O> working(
            String name, String title, String description, Class<I> input, Class<O> output, Function<I, O> work) {
        return new Tool<>(name, title, description, Hints.WORKS, input, output, work);
    }
}
