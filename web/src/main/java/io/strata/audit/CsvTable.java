package io.strata.audit;

import io.strata.audit.chain.CanonicalEntry;
import io.strata.audit.chain.Link;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table for spreadsheets (RFC 4180, UTF-8). A cell that a spreadsheet would take for a formula gets an apostrophe in
 * front, so that nobody's name runs anything.
 */
final class CsvTable implements ExportSink {

    static final String TYPE = "text/csv;charset=utf-8";

    private static final String HEADER = "position,occurred_at,actor_handle,actor_id,action,subject_kind,subject_id,"
            + "workspace_id,before,after,id,token_id,previous,hash";
    private static final String FORMULA = "=+-@\t\r";

    private final Writer writer;

    CsvTable(OutputStream stream) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        writer.write(HEADER + "\r\n");
    }

    @Override
    public void add(ExportedEntry exported) throws IOException {
        CanonicalEntry entry = exported.entry();
        Link link = exported.link();
        String row = Stream.of(
                        link.position(),
                        CanonicalEntry.moment(entry.occurredAt()),
                        text(entry.actorHandle()),
                        entry.actorId(),
                        text(entry.action()),
                        text(entry.subjectKind()),
                        absentAsBlank(entry.subjectId()),
                        absentAsBlank(entry.workspaceId()),
                        quoted(absentAsBlank(entry.before())),
                        quoted(absentAsBlank(entry.after())),
                        entry.id(),
                        absentAsBlank(entry.tokenId()),
                        link.previous(),
                        link.hash())
                .map(Object::toString)
                .collect(Collectors.joining(",", "", "\r\n"));
        writer.write(row);
    }

    @Override
    public void end() throws IOException {
        writer.flush();
    }

    /** What somebody may have chosen. */
    static String text(String value) {
        boolean formula = !value.isEmpty() && FORMULA.indexOf(value.charAt(0)) >= 0;
        return quoted(formula ? "'" + value : value);
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "" : "\"" + value.replace("\"", "\"\"") + "\"";
    }

    private static String absentAsBlank(Object value) {
        return value == null ? "" : value.toString();
    }
}
