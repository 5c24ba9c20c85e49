package io.strata.audit.chain;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Verifies an export of the audit log on any machine with a JDK:
 *
 * <pre>
 * java -jar strata-audit-verifier.jar audit.jsonl [position:hash …]
 * </pre>
 *
 * <p>Hashes that are known from elsewhere (the server's log, the object store, a note on paper) tell whether the whole
 * chain was written anew. Ends with 0 when the export is intact, 1 when it is not, 2 when it cannot be read.
 */
public final class VerifyExport {

    private static final Pattern CHECKPOINT = Pattern.compile("([1-9][0-9]{0,17}):([0-9a-f]{64})");

    private VerifyExport() {}

    /** Verifies the export that the first argument names. */
    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    static int run(String[] arguments, PrintStream out, PrintStream err) {
        Map<Long, String> checkpoints = new HashMap<>();
        for (int i = 1; i < arguments.length; i++) {
            Matcher checkpoint = CHECKPOINT.matcher(arguments[i]);
            if (!checkpoint.matches()) {
                err.println("A checkpoint is a position, a colon and 64 hexadecimal digits, not " + arguments[i]);
                return 2;
            }
            checkpoints.put(Long.parseLong(checkpoint.group(1)), checkpoint.group(2));
        }
        if (arguments.length == 0) {
            err.println("Usage: java -jar strata-audit-verifier.jar export.jsonl [position:hash ...]");
            return 2;
        }
        try (InputStream export = Files.newInputStream(Path.of(arguments[0]))) {
            return tell(ExportVerifier.verify(export, checkpoints), out);
        } catch (IOException e) {
            err.println(arguments[0] + " cannot be read: " + e);
            return 2;
        }
    }

    private static int tell(Verdict verdict, PrintStream out) {
        if (!verdict.intact()) {
            out.println("BROKEN in line " + verdict.line() + ": " + verdict.wrong());
            out.println(
                    "Right before it: " + verdict.entries() + " entries, up to position " + verdict.position() + ".");
            return 1;
        }
        out.println("Intact: " + verdict.entries() + " entries, the last at position " + verdict.position());
        out.println("with the hash " + verdict.hash());
        return 0;
    }
}
