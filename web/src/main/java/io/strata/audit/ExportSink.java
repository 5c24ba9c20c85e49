package io.strata.audit;

import java.io.IOException;

/** Takes the entries of an export, in the order of the chain. */
interface ExportSink {

    void add(ExportedEntry entry) throws IOException;

    /** Nothing follows. */
    void end() throws IOException;
}
