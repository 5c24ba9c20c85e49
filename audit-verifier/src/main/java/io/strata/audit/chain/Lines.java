package io.strata.audit.chain;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream as bytes, one at a time; only a line feed ends one. */
final class Lines {

    /** An entry has at most two states, each far below this. */
    private static final int LONGEST = 64 * 1024 * 1024;

    private final InputStream stream;
    private long number;
    private boolean ended = true;

    Lines(InputStream stream) {
        this.stream = new BufferedInputStream(stream, 64 * 1024);
    }

    /**
     * The next line, without its end; {@code null} when there is none.
     *
     * @throws IOException also when the line is longer than any line of an export
     */
    byte[] next() throws IOException {
        int octet = stream.read();
        if (octet < 0) {
            return null;
        }
        number++;
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        while (octet >= 0 && octet != '\n') {
            if (line.size() == LONGEST) {
                throw new IOException("line " + number + " is longer than any line of an export");
            }
            line.write(octet);
            octet = stream.read();
        }
        ended = octet == '\n';
        return line.toByteArray();
    }

    /** The number of the line that was read last, from 1. */
    long number() {
        return number;
    }

    /** Whether the line that was read last has its end. */
    boolean ended() {
        return ended;
    }

    /** Goes back to a number, for what is told about a line before. */
    void pretend(long earlier) {
        number = earlier;
    }
}
