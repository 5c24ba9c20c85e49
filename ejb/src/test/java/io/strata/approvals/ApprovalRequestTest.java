package io.strata.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strata.access.Action;
import io.strata.access.Caller;
import io.strata.common.Json;
import io.strata.common.ProblemException;
import io.strata.graph.BulkItem;
import io.strata.graph.BulkOperation;
import io.strata.graph.LinkType;
import io.strata.graph.NodeChanges;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApprovalRequestTest {

    private static final UUID ID = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();

    @Test
    void isDecidedOnce() {
        ApprovalRequest request = request(Duration.ofHours(1));

        request.approve(PERSON);

        assertThat(request.status()).isEqualTo(ApprovalStatus.APPROVED);
        assertThat(request.decidedBy()).isEqualTo(PERSON);
        assertThatThrownBy(() -> request.reject(PERSON, "Late"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("decided already");
    }

    @Test
    void cannotBeDecidedAfterItsTime() {
        ApprovalRequest request = request(Duration.ZERO);

        assertThat(request.status()).isEqualTo(ApprovalStatus.LAPSED);
        assertThatThrownBy(() -> request.approve(PERSON))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("lapsed at");
    }

    @Test
    void knowsWhetherTheCallWouldStillDoWhatWasLookedAt() {
        ApprovalRequest request = request(Duration.ofHours(1));

        assertThat(request.isAsSeen(proposal(2))).isTrue();
        assertThat(request.isAsSeen(proposal(3))).isFalse();
        request.look(proposal(3));
        assertThat(request.isAsSeen(proposal(3))).isTrue();
        assertThat(request.preview().total()).isEqualTo(3);
        assertThat(request.preview().effects().get(0).before()).containsEntry("short_id", "SHOP-7");
    }

    @Test
    void remembersTheArgumentsOfACall() {
        BulkItem item = new BulkItem(BulkOperation.PATCH, "SHOP-7", null, NodeChanges.ofStatus("done"), null);

        Object[] bulk = new BulkChangeOfAll().read(Json.write(new BulkChange.Arguments(ID, List.of(item))));
        Object[] link = new LinkRemoval().read(Json.write(new LinkRemoval.Arguments("a", LinkType.BLOCKS, "b")));

        assertThat(bulk).containsExactly(ID, List.of(item));
        assertThat(link).containsExactly("a", LinkType.BLOCKS, "b");
        assertThat(new NodeDeletion().read(Json.write(new NodeDeletion.Arguments("a"))))
                .containsExactly("a");
        assertThat(new CycleRemoval().read(Json.write(new CycleRemoval.Arguments(ID))))
                .containsExactly(ID);
        assertThat(new ProjectRemoval().read(Json.write(new ProjectRemoval.Arguments(ID))))
                .containsExactly(ID);
    }

    private static ApprovalRequest request(Duration lifetime) {
        return new ApprovalRequest("node.delete", proposal(2), new Caller(ID, "agent", "Agent", false), lifetime);
    }

    private static Proposal proposal(long total) {
        return new Proposal(
                ID,
                ID,
                ID,
                Action.NODE_DELETE,
                "Delete something.",
                "{}",
                new CallPreview(total, List.of(new CallEffect("delete", ID, Map.of("short_id", "SHOP-7"), null))));
    }
}
