package io.strata.audit;

import io.strata.audit.chain.ExportWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;

/** The form that can be verified. */
final class JsonLines implements ExportSink {

    static final String TYPE = "application/x-ndjson";

    private final ExportWriter writer;

    JsonLines(OutputStream stream, boolean complete, String filters) throws IOException {
        writer = new ExportWriter(new BufferedOutputStream(stream));
        writer.begin(complete, Instant.now(), filters);
    }

    @Override
    public void add(ExportedEntry entry) throws IOException {
        writer.add(entry.link());
    }

    @Override
    public void end() throws IOException {
        writer.end();
    }
}
