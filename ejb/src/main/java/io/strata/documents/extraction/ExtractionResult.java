package io.strata.documents.extraction;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.Office;
import org.apache.tika.metadata.PagedText;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.pipes.PipesResult;

/** Makes sense of what the extraction process answers: text, or the reason why there is none. */
final class ExtractionResult {

    private static final String ENCRYPTED = "EncryptedDocumentException";
    private static final String EMPTY = "ZeroByteFileException";
    private static final List<String> TOO_DEEP = List.of("zip bomb", "TikaMemoryLimitException", "Nesting level");

    /** Parsers say that a password is needed in words of their own. */
    private static final List<String> PASSWORD = List.of("password", "encrypted", "Encrypted", "decrypt");

    private static final String UNKNOWN_LANGUAGE = "unk";

    private final List<Metadata> files;
    private final String problem;

    private ExtractionResult(List<Metadata> files, String problem) {
        this.files = files;
        this.problem = problem == null ? "" : problem;
    }

    static Extraction read(PipesResult result, int maximumCharacters) throws ExtractionException {
        switch (result.getStatus()) {
            case PARSE_SUCCESS, PARSE_SUCCESS_WITH_EXCEPTION:
                List<Metadata> files = result.getEmitData().getMetadataList();
                return new ExtractionResult(files, result.getMessage()).extraction(maximumCharacters);
            case TIMEOUT:
                throw new ExtractionException(ExtractionFailure.TIMED_OUT);
            case OOM:
                throw new ExtractionException(ExtractionFailure.OUT_OF_MEMORY);
            case UNSPECIFIED_CRASH:
                throw new ExtractionException(ExtractionFailure.CRASHED);
            case EMPTY_OUTPUT:
                throw new ExtractionException(ExtractionFailure.DAMAGED);
            default:
                throw new IllegalStateException("the extraction process answered " + result.getStatus());
        }
    }

    private Extraction extraction(int maximumCharacters) throws ExtractionException {
        String text = files.stream()
                .map(file -> file.get(TikaCoreProperties.TIKA_CONTENT))
                .filter(Objects::nonNull)
                .map(String::strip)
                .filter(content -> !content.isEmpty())
                .collect(Collectors.joining("\n\n"))
                .replace("\u0000", "");
        refuse(text);
        boolean tooLong = text.length() > maximumCharacters;
        return new Extraction(
                tooLong ? text.substring(0, maximumCharacters) : text,
                tooLong || "true".equals(container().get(TikaCoreProperties.WRITE_LIMIT_REACHED)),
                mimeType(),
                blankToNull(container().get(TikaCoreProperties.TITLE)),
                language(),
                pageCount(),
                remark());
    }

    private Metadata container() {
        return files.get(0);
    }

    /** A file fails when nothing could be read of it; what was read before the damage is worth keeping. */
    private void refuse(String text) throws ExtractionException {
        if (problem.contains(EMPTY)) {
            throw new ExtractionException(ExtractionFailure.EMPTY);
        }
        if (problem.contains(ENCRYPTED)) {
            throw new ExtractionException(ExtractionFailure.ENCRYPTED);
        }
        if (!problem.isEmpty() && text.isEmpty()) {
            throw new ExtractionException(kindOf(problem));
        }
        if (files.size() > 1
                && embeddedProblems().count() == files.size() - 1
                && contentOf(container()).isBlank()) {
            throw new ExtractionException(kindOf(embeddedProblems().findFirst().orElseThrow()));
        }
    }

    private static ExtractionFailure kindOf(String problem) {
        if (TOO_DEEP.stream().anyMatch(problem::contains)) {
            return ExtractionFailure.TOO_DEEP;
        }
        if (problem.contains("OutOfMemory")) {
            return ExtractionFailure.OUT_OF_MEMORY;
        }
        String firstLine = problem.lines().findFirst().orElse("");
        boolean locked = problem.contains(ENCRYPTED) || PASSWORD.stream().anyMatch(firstLine::contains);
        return locked ? ExtractionFailure.ENCRYPTED : ExtractionFailure.DAMAGED;
    }

    private String remark() {
        if (!problem.isEmpty()) {
            return "Only a part could be read. " + kindOf(problem).sentence();
        }
        long lost = embeddedProblems().count();
        if (lost == 0) {
            return null;
        }
        String kinds = embeddedProblems()
                .map(ExtractionResult::kindOf)
                .distinct()
                .map(kind -> kind.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return lost + (lost == 1 ? " file within it" : " files within it") + " could not be read (" + kinds + ").";
    }

    private Stream<String> embeddedProblems() {
        return files.stream()
                .skip(1)
                .map(file -> file.get(TikaCoreProperties.EMBEDDED_EXCEPTION))
                .filter(Objects::nonNull);
    }

    private String mimeType() {
        MediaType type = MediaType.parse(container().get(Metadata.CONTENT_TYPE));
        return type == null
                ? MediaType.OCTET_STREAM.toString()
                : type.getBaseType().toString();
    }

    /** The language of the longest text among the files. */
    private String language() {
        return files.stream()
                .max(java.util.Comparator.comparingInt(file -> contentOf(file).length()))
                .map(file -> file.get(TikaCoreProperties.TIKA_DETECTED_LANGUAGE))
                .filter(language -> !language.isBlank() && !language.equals(UNKNOWN_LANGUAGE))
                .orElse(null);
    }

    private Integer pageCount() {
        return Stream.of(PagedText.N_PAGES, Office.PAGE_COUNT, Office.SLIDE_COUNT)
                .map(container()::getInt)
                .filter(Objects::nonNull)
                .filter(count -> count > 0)
                .findFirst()
                .orElse(null);
    }

    private static String contentOf(Metadata file) {
        return Objects.requireNonNullElse(file.get(TikaCoreProperties.TIKA_CONTENT), "");
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
