package io.strata.transaction;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import javax.transaction.xa.Xid;

/**
 * What the marker of a branch says, in hexadecimal where Narayana has bytes.
 *
 * @param xid the branch
 * @param manager the transaction manager that the branch belongs to
 * @param action the manager's name of the transaction
 */
record BranchMarker(String xid, String manager, String action) {

    /** A transaction's global id begins with Narayana's Uid of this many bytes; the name of its manager follows. */
    private static final int UID_BYTES = 28;

    /** Narayana writes ids into a field of fixed size, padded with zeros (XA specification, {@code XIDDATASIZE}). */
    private static final int XID_DATA_BYTES = 128;

    /** What Narayana says. */
    static BranchMarker of(byte[] xid, String manager, byte[] action) {
        HexFormat hex = HexFormat.of();
        return new BranchMarker(hex.formatHex(xid), manager, hex.formatHex(action));
    }

    /**
     * What Narayana is going to say of a branch when it prepares. It is believed only when it turns out to be the same
     * then, so that a Narayana that writes it in another way costs a round trip and nothing else.
     */
    static BranchMarker expected(Xid branch) {
        byte[] global = branch.getGlobalTransactionId();
        byte[] qualifier = branch.getBranchQualifier();
        byte[] xid = ByteBuffer.allocate(4 * Integer.BYTES + XID_DATA_BYTES)
                .putInt(branch.getFormatId())
                .putInt(global.length)
                .putInt(qualifier.length)
                .putInt(XID_DATA_BYTES)
                .put(global)
                .put(qualifier)
                .array();
        int uid = Math.min(UID_BYTES, global.length);
        return of(
                xid, new String(global, uid, global.length - uid, StandardCharsets.UTF_8), Arrays.copyOf(global, uid));
    }

    Map<String, Object> asMap() {
        return Map.of("xid", xid, "manager", manager, "action", action);
    }

    /** As parameters of a statement that changes another marker into this one. */
    Map<String, Object> replacing(BranchMarker made) {
        return Map.of("made", made.xid, "xid", xid, "manager", manager, "action", action);
    }
}
