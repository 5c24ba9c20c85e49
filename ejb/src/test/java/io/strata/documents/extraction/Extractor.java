package io.strata.documents.extraction;

import io.strata.settings.Setting;
import io.strata.storage.TemporaryFiles;
import io.strata.storage.TestTemporaryFiles;
import java.nio.file.Path;

/** The real extractor, with the class path of the tests for its processes. */
final class Extractor implements AutoCloseable {

    private final TemporaryFiles temporary = TestTemporaryFiles.create();
    private final ForkedTextExtractor extractor;

    Extractor() {
        System.setProperty(Setting.EXTRACTION_CLASSPATH.key(), System.getProperty("java.class.path"));
        extractor = new ForkedTextExtractor(temporary);
    }

    TemporaryFiles temporary() {
        return temporary;
    }

    Extraction extract(Path file) throws ExtractionException, InterruptedException {
        return extractor.extract(file);
    }

    @Override
    public void close() {
        extractor.close();
        TestTemporaryFiles.remove(temporary);
    }
}
