package io.strata.audit.chain;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verifies an export, a line at a time: every byte of it is part of a form that is checked, of a link's hash, or of the
 * checksum at the end. It stops at the first thing that is wrong and says what it is.
 */
public final class ExportVerifier {

    private static final Pattern HEADER = Pattern.compile(
            "\\{\"strata_audit_export\":1,\"complete\":(true|false),\"exported_at\":\"[^\"]+\",\"filters\":\\{.*\\}\\}",
            Pattern.DOTALL); // some bytes look like ends of lines
    private static final Pattern LINK = Pattern.compile(
            "\\{\"position\":([1-9][0-9]{0,17}),\"previous\":\"([0-9a-f]{64})\",\"hash\":\"([0-9a-f]{64})\",\"entry\":");
    private static final Pattern TRAILER = Pattern.compile(
            "\\{\"entries\":(0|[1-9][0-9]{0,17}),\"last_position\":(0|[1-9][0-9]{0,17}),\"last_hash\":\"([0-9a-f]{64})\""
                    + ",\"sha256\":\"([0-9a-f]{64})\"\\}");
    private static final String TRAILER_BEGIN = "{\"entries\":";
    private static final int LONGEST_PREFIX = 220;

    private final Lines lines;
    private final Map<Long, String> checkpoints;
    private final MessageDigest checksum = Link.sha256();
    private boolean complete;
    private long entries;
    private long position;
    private String hash = Link.GENESIS;

    /** What a line says before its entry. */
    private record Prefix(long position, String previous, String hash, int length) {}

    private ExportVerifier(InputStream export, Map<Long, String> checkpoints) {
        this.lines = new Lines(export);
        this.checkpoints = checkpoints;
    }

    /**
     * Verifies an export in constant memory.
     *
     * @param checkpoints hashes that are known from elsewhere, by their positions; those that the export has must agree
     */
    public static Verdict verify(InputStream export, Map<Long, String> checkpoints) throws IOException {
        ExportVerifier verifier = new ExportVerifier(export, checkpoints);
        String wrong = verifier.run();
        return new Verdict(wrong, verifier.lines.number(), verifier.entries, verifier.position, verifier.hash);
    }

    /** What is wrong; {@code null} when nothing is. */
    private String run() throws IOException {
        byte[] header = lines.next();
        Matcher first = HEADER.matcher(text(header));
        if (header == null || !first.matches()) {
            return "this is not the beginning of an export of the audit log";
        }
        count(header);
        complete = Boolean.parseBoolean(first.group(1));
        while (true) {
            byte[] line = lines.next();
            if (line == null) {
                return "the export is cut off: its last line is missing";
            }
            if (text(line, TRAILER_BEGIN.length()).equals(TRAILER_BEGIN)) {
                return trailer(line);
            }
            String wrong = link(line);
            if (wrong != null) {
                return wrong;
            }
            count(line);
        }
    }

    private String link(byte[] line) throws IOException {
        Prefix prefix = prefix(line);
        if (prefix == null || line[line.length - 1] != '}') {
            return "the line does not have the form of an entry";
        }
        String order = order(prefix);
        if (order != null) {
            return order;
        }
        byte[] entry = Arrays.copyOfRange(line, prefix.length(), line.length - 1);
        if (!Link.hash(prefix.previous(), entry).equals(prefix.hash())) {
            return "content changed: the entry at position " + prefix.position() + " does not have its hash";
        }
        String known = checkpoints.get(prefix.position());
        if (known != null && !known.equals(prefix.hash())) {
            return "rewritten: the hash at position " + prefix.position() + " is not the one of the checkpoint";
        }
        entries++;
        position = prefix.position();
        hash = prefix.hash();
        return null;
    }

    private String order(Prefix prefix) throws IOException {
        if (prefix.position() <= position) {
            return "order changed: position " + prefix.position() + " comes after position " + position;
        }
        boolean next = prefix.position() == position + 1;
        if (complete && !next) {
            long missing = position + 1;
            long later = find(missing);
            return later > 0
                    ? "order changed: position " + missing + " comes only in line " + later
                    : "entry missing: position " + missing + " is not there";
        }
        // In a filtered export two neighbours may both be there, and then they too must be linked.
        if (next && !prefix.previous().equals(hash)) {
            return "link broken: position " + prefix.position() + " does not follow the hash of position " + position;
        }
        return null;
    }

    /** The line further down that has a position; 0 when none has. */
    private long find(long wanted) throws IOException {
        long here = lines.number();
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            Prefix prefix = prefix(line);
            if (prefix != null && prefix.position() == wanted) {
                long found = lines.number();
                lines.pretend(here);
                return found;
            }
        }
        lines.pretend(here);
        return 0;
    }

    private String trailer(byte[] line) throws IOException {
        Matcher last = TRAILER.matcher(text(line));
        if (!last.matches()) {
            return "the last line does not have its form";
        }
        if (Long.parseLong(last.group(1)) != entries) {
            return "entry missing: there are " + entries + " entries, and there were " + last.group(1);
        }
        if (Long.parseLong(last.group(2)) != position || !last.group(3).equals(hash)) {
            return "the last line names another end of the chain";
        }
        if (!last.group(4).equals(HexFormat.of().formatHex(checksum.digest()))) {
            return "the bytes do not have the checksum of the last line";
        }
        return lines.next() == null && lines.ended() ? null : "something follows the last line, or its end is missing";
    }

    private void count(byte[] line) {
        checksum.update(line);
        checksum.update((byte) '\n');
    }

    private static Prefix prefix(byte[] line) {
        Matcher matcher = LINK.matcher(text(line, LONGEST_PREFIX));
        return matcher.lookingAt()
                ? new Prefix(Long.parseLong(matcher.group(1)), matcher.group(2), matcher.group(3), matcher.end())
                : null;
    }

    private static String text(byte[] line) {
        return line == null ? "" : text(line, line.length);
    }

    /** A byte is a character here, so that positions in both are the same. */
    private static String text(byte[] line, int most) {
        return new String(line, 0, Math.min(line.length, most), StandardCharsets.ISO_8859_1);
    }
}
