package io.strata.documents.extraction;

import io.strata.access.Open;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import io.strata.storage.TemporaryFiles;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.tika.exception.TikaException;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.pipes.FetchEmitTuple;
import org.apache.tika.pipes.HandlerConfig;
import org.apache.tika.pipes.PipesConfig;
import org.apache.tika.pipes.PipesException;
import org.apache.tika.pipes.PipesParser;
import org.apache.tika.pipes.PipesResult;
import org.apache.tika.pipes.emitter.EmitKey;
import org.apache.tika.pipes.fetcher.FetchKey;
import org.apache.tika.sax.BasicContentHandlerFactory;

/**
 * Reads files with Apache Tika in processes of its own. Each has a small heap and little time; one that hangs, crashes
 * or runs out of memory is killed and replaced, and only the file it was reading is lost to it. Processes start when
 * they are needed and end when they were idle for a while.
 */
@Open("an adapter behind services that ask for permission")
@ApplicationScoped
public class ForkedTextExtractor implements TextExtractor {

    private static final int PROCESSES = 2;
    private static final int FILES_PER_PROCESS = 500;
    private static final int IDLE_MILLISECONDS = 300_000;
    private static final int START_MILLISECONDS = 60_000;
    private static final int PAUSE_AFTER_FAILED_START_MILLISECONDS = 1_000;
    private static final int MAXIMUM_CHARACTERS = 5_000_000;
    private static final int MAXIMUM_EMBEDDED_FILES = 1_000;

    @Inject
    TemporaryFiles temporary;

    private PipesParser parser;

    /** For CDI. */
    protected ForkedTextExtractor() {}

    /** Reads only what is in a folder. */
    ForkedTextExtractor(TemporaryFiles temporary) {
        this.temporary = temporary;
    }

    @Override
    public Extraction extract(Path file) throws ExtractionException, InterruptedException {
        return ExtractionResult.read(parse(file), MAXIMUM_CHARACTERS);
    }

    private PipesResult parse(Path file) throws InterruptedException {
        try {
            return parser().parse(request(file));
        } catch (IOException | TikaException | PipesException | RuntimeException e) {
            throw new IllegalStateException("the extraction process does not work", e);
        }
    }

    private static FetchEmitTuple request(Path file) {
        ParseContext context = new ParseContext();
        context.set(
                HandlerConfig.class,
                new HandlerConfig(
                        BasicContentHandlerFactory.HANDLER_TYPE.TEXT,
                        HandlerConfig.PARSE_MODE.RMETA,
                        MAXIMUM_CHARACTERS,
                        MAXIMUM_EMBEDDED_FILES,
                        false));
        return new FetchEmitTuple(
                file.getFileName().toString(),
                new FetchKey("files", file.toAbsolutePath().toString()),
                new EmitKey(),
                new Metadata(),
                context,
                FetchEmitTuple.ON_PARSE_EXCEPTION.EMIT);
    }

    private synchronized PipesParser parser() throws IOException, TikaException {
        if (parser == null) {
            parser = new PipesParser(configure());
        }
        return parser;
    }

    private Path configuration() throws IOException {
        try (InputStream template = ForkedTextExtractor.class.getResourceAsStream("tika-config.xml")) {
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(
                    temporary.folder().resolve("tika-config.xml"),
                    text.replace("%FOLDER%", temporary.folder().toString()));
        }
    }

    private PipesConfig configure() throws IOException, TikaException {
        PipesConfig config = PipesConfig.load(configuration());
        config.setJavaPath(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        config.setForkedJvmArgs(List.of(
                "-cp",
                classPath(),
                "-Xmx" + Settings.get(Setting.EXTRACTION_MEMORY),
                "-Xss1m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + temporary.folder()));
        config.setNumClients(PROCESSES);
        config.setTimeoutMillis(Settings.number(Setting.EXTRACTION_SECONDS) * 1000);
        config.setMaxForEmitBatchBytes(-1);
        config.setMaxFilesProcessedPerProcess(FILES_PER_PROCESS);
        config.setShutdownClientAfterMillis(IDLE_MILLISECONDS);
        config.setStartupTimeoutMillis(START_MILLISECONDS);
        config.setSleepOnStartupTimeoutMillis(PAUSE_AFTER_FAILED_START_MILLISECONDS);
        return config;
    }

    private static String classPath() {
        String configured = Settings.get(Setting.EXTRACTION_CLASSPATH);
        return configured.isEmpty()
                ? System.getProperty("jboss.home.dir") + "/modules/io/strata/extraction/main/*"
                : configured;
    }

    @PreDestroy
    synchronized void close() {
        try {
            if (parser != null) {
                parser.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
