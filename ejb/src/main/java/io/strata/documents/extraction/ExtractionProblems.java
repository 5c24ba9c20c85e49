package io.strata.documents.extraction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.sax.AbstractRecursiveParserWrapperHandler;

/**
 * What went wrong while a file and the files within it were read. A file fails when nothing could be read of it; what was
 * read in spite of damage is worth keeping, with a remark.
 */
final class ExtractionProblems {

    private static final String ENCRYPTED = "EncryptedDocumentException";
    private static final String EMPTY = "ZeroByteFileException";
    private static final List<String> TOO_DEEP = List.of("zip bomb", "TikaMemoryLimitException", "Nesting level");

    /** Parsers say that a password is needed in words of their own. */
    private static final List<String> PASSWORD = List.of("password", "encrypt", "decrypt");

    private static final Set<String> ARCHIVES = Set.of(
            "application/zip",
            "application/x-tar",
            "application/gzip",
            "application/x-7z-compressed",
            "application/x-rar-compressed",
            "application/java-archive");

    private final Metadata container;
    private final List<Metadata> embedded;

    /** The stack trace of what ended the reading; empty when nothing did. */
    private final String problem;

    ExtractionProblems(List<Metadata> files, String problem) {
        this.container = files.get(0);
        this.embedded = files.subList(1, files.size());
        this.problem = problem == null ? "" : problem;
    }

    /** Throws when the file holds nothing that could be read. */
    void refuse(String text) throws ExtractionException {
        if (problem.contains(EMPTY) || problem.contains(ENCRYPTED)) {
            throw new ExtractionException(kindOf(problem));
        }
        if (!problem.isEmpty() && text.isEmpty()) {
            throw new ExtractionException(kindOf(problem));
        }
        boolean onlyNames = embedded.stream()
                .allMatch(file -> ExtractionResult.contentOf(file).isEmpty());
        if (isArchive() && onlyNames) {
            refuseArchive();
        }
    }

    private void refuseArchive() throws ExtractionException {
        if (limitReached()) {
            throw new ExtractionException(ExtractionFailure.TOO_DEEP);
        }
        if (embedded.isEmpty() || lost().count() >= embedded.size()) {
            throw new ExtractionException(
                    lost().findFirst().map(ExtractionProblems::kindOf).orElse(ExtractionFailure.DAMAGED));
        }
    }

    /** What a reader should know about a text that is not all there is; {@code null} when it is. */
    String remark(String text) {
        if (!problem.isEmpty()) {
            return "Only a part could be read. " + kindOf(problem).sentence();
        }
        if (limitReached()) {
            return "Only the first " + embedded.size() + " files within it were read.";
        }
        long lost = lost().count();
        if (lost > 0) {
            String kinds = lost().map(ExtractionProblems::kindOf)
                    .distinct()
                    .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .collect(Collectors.joining(", "));
            return (lost == 1 ? "One file" : lost + " files") + " within it could not be read (" + kinds + ").";
        }
        if (container.get(TikaCoreProperties.TIKA_META_EXCEPTION_WARNING) != null) {
            return "A part of it is damaged and could not be read.";
        }
        return text.isEmpty() ? "The file holds no text." : null;
    }

    /** The stack traces of the files within that could not be read. */
    private Stream<String> lost() {
        Stream<String> unpacked = embedded.stream()
                .map(file -> file.get(TikaCoreProperties.EMBEDDED_EXCEPTION))
                .filter(Objects::nonNull);
        return Stream.concat(
                unpacked, Arrays.stream(container.getValues(TikaCoreProperties.TIKA_META_EXCEPTION_EMBEDDED_STREAM)));
    }

    private boolean limitReached() {
        return "true".equals(container.get(AbstractRecursiveParserWrapperHandler.EMBEDDED_RESOURCE_LIMIT_REACHED));
    }

    private boolean isArchive() {
        String type = container.get(Metadata.CONTENT_TYPE);
        return type != null && ARCHIVES.contains(type.split(";")[0].strip());
    }

    private static ExtractionFailure kindOf(String problem) {
        if (TOO_DEEP.stream().anyMatch(problem::contains)) {
            return ExtractionFailure.TOO_DEEP;
        }
        if (problem.contains("OutOfMemory")) {
            return ExtractionFailure.OUT_OF_MEMORY;
        }
        if (problem.contains(EMPTY)) {
            return ExtractionFailure.EMPTY;
        }
        String firstLine = problem.lines().findFirst().orElse("").toLowerCase(Locale.ROOT);
        boolean locked = problem.contains(ENCRYPTED) || PASSWORD.stream().anyMatch(firstLine::contains);
        return locked ? ExtractionFailure.ENCRYPTED : ExtractionFailure.DAMAGED;
    }
}
