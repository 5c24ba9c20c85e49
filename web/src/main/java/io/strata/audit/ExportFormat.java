package io.strata.audit;

import java.io.IOException;
import java.io.OutputStream;

/** The forms of an export. */
enum ExportFormat {
    JSONL(JsonLines.TYPE) {
        @Override
        ExportSink open(OutputStream stream, boolean complete, String filters) throws IOException {
            return new JsonLines(stream, complete, filters);
        }
    },
    CSV(CsvTable.TYPE) {
        @Override
        ExportSink open(OutputStream stream, boolean complete, String filters) throws IOException {
            return new CsvTable(stream);
        }
    };

    private final String type;

    ExportFormat(String type) {
        this.type = type;
    }

    /** The media type. */
    String type() {
        return type;
    }

    /**
     * Begins an export.
     *
     * @param complete whether it leaves nothing out
     * @param filters what was asked for, as a JSON object
     */
    abstract ExportSink open(OutputStream stream, boolean complete, String filters) throws IOException;
}
