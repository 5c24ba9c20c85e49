package io.strata.approvals;

import io.strata.common.LowerCaseEnumAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;

/** What has become of a request. */
@JsonbTypeAdapter(ApprovalStatus.Adapter.class)
public enum ApprovalStatus {
    PENDING,
    /** Nobody decided in time. Stored as pending: the time is looked at by whoever reads. */
    LAPSED,
    REJECTED,
    /** Decided; the call is being made, or a crash came between. */
    APPROVED,
    PERFORMED,
    FAILED;

    /** Its form in JSON. */
    public static final class Adapter extends LowerCaseEnumAdapter<ApprovalStatus> {
        public Adapter() {
            super(ApprovalStatus.class, "status");
        }
    }
}
