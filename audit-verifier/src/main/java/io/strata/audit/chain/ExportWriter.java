package io.strata.audit.chain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Writes an export: a line that says what it is, a line for each link, and a last one with the number of links and the
 * SHA-256 of every byte before it. Each line is JSON, with its members exactly in this order and without blanks, so that
 * no byte can change unseen. It holds one line at a time.
 */
public final class ExportWriter {

    private final DigestOutputStream out;
    private long entries;
    private Link last = Link.genesis();

    /** Writes to a stream, which the caller closes. */
    public ExportWriter(OutputStream out) {
        this.out = new DigestOutputStream(out, Link.sha256());
    }

    /**
     * Begins the export.
     *
     * @param complete whether it has every link from the first on, so that none may be missing
     * @param filters what was asked for, as a JSON object
     */
    public void begin(boolean complete, Instant now, String filters) throws IOException {
        write("{\"strata_audit_export\":1,\"complete\":" + complete + ",\"exported_at\":\"" + CanonicalEntry.moment(now)
                + "\",\"filters\":" + filters + "}");
    }

    /** Adds a link; positions must rise. */
    public void add(Link link) throws IOException {
        write("{\"position\":" + link.position() + ",\"previous\":\"" + link.previous() + "\",\"hash\":\"" + link.hash()
                + "\",\"entry\":" + link.entry() + "}");
        entries++;
        last = link;
    }

    /** Ends the export. Without this line an export is cut off. */
    public void end() throws IOException {
        String sha256 = HexFormat.of().formatHex(out.getMessageDigest().digest());
        write("{\"entries\":" + entries + ",\"last_position\":" + last.position() + ",\"last_hash\":\"" + last.hash()
                + "\",\"sha256\":\"" + sha256 + "\"}");
        out.flush();
    }

    private void write(String line) throws IOException {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
