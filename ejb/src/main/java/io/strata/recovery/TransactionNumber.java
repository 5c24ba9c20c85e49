package io.strata.recovery;

import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * Narayana's number of a transaction ({@code com.arjuna.ats.arjuna.common.Uid}): the address, process, second and count
 * that its 28 bytes say, each in hexadecimal with its sign, which is how the transaction log names it. A global transaction id begins
 * with these bytes.
 */
final class TransactionNumber {

    static final int BYTES = 28;

    private static final int HEXADECIMAL = 16;

    private TransactionNumber() {}

    /** The number in a branch's name as PostgreSQL's driver writes it: format, global id and branch in Base64. */
    static String ofPostgresqlName(String name) {
        String[] parts = name.split("_");
        return parts.length < 2 ? name : of(Base64.getMimeDecoder().decode(parts[1]), 0);
    }

    /**
     * The number in a branch's name as Artemis writes it in Base64: branch, global id, and the format in four bytes.
     *
     * @param manager how many bytes the name of the transaction manager has, which is the end of the global id
     */
    static String ofBrokerName(String name, int manager) {
        byte[] bytes = Base64.getUrlDecoder().decode(name.replace('+', '-').replace('/', '_'));
        return of(bytes, Math.max(0, bytes.length - Integer.BYTES - manager - BYTES));
    }

    /** The number whose bytes begin at an offset. */
    static String of(byte[] bytes, int offset) {
        if (bytes.length - offset < BYTES) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        ByteBuffer number = ByteBuffer.wrap(bytes, offset, BYTES);
        return Long.toString(number.getLong(), HEXADECIMAL)
                + ":" + Long.toString(number.getLong(), HEXADECIMAL)
                + ":" + Integer.toString(number.getInt(), HEXADECIMAL)
                + ":" + Integer.toString(number.getInt(), HEXADECIMAL)
                + ":" + Integer.toString(number.getInt(), HEXADECIMAL);
    }
}
