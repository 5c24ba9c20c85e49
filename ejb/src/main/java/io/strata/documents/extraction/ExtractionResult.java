package io.strata.documents.extraction;

import java.util.Comparator;
import java.util.List;
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

    private static final String UNKNOWN_LANGUAGE = "unk";

    /** In less text than this, a language can only be guessed. */
    private static final int CHARACTERS_FOR_A_LANGUAGE = 200;

    private final List<Metadata> files;

    private ExtractionResult(List<Metadata> files) {
        this.files = files;
    }

    static Extraction read(PipesResult result, int maximumCharacters) throws ExtractionException {
        switch (result.getStatus()) {
            case PARSE_SUCCESS, PARSE_SUCCESS_WITH_EXCEPTION:
                List<Metadata> files = result.getEmitData().getMetadataList();
                return new ExtractionResult(files).extraction(result.getMessage(), maximumCharacters);
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

    private Extraction extraction(String problem, int maximumCharacters) throws ExtractionException {
        String text = files.stream()
                .map(ExtractionResult::contentOf)
                .filter(content -> !content.isEmpty())
                .collect(Collectors.joining("\n\n"));
        ExtractionProblems problems = new ExtractionProblems(files, problem);
        problems.refuse(text);
        boolean tooLong = text.length() > maximumCharacters;
        return new Extraction(
                tooLong ? text.substring(0, maximumCharacters) : text,
                tooLong || "true".equals(container().get(TikaCoreProperties.WRITE_LIMIT_REACHED)),
                mimeType(),
                title(),
                language(),
                pageCount(),
                problems.remark(text));
    }

    private Metadata container() {
        return files.get(0);
    }

    private String mimeType() {
        MediaType type = MediaType.parse(container().get(Metadata.CONTENT_TYPE));
        return type == null
                ? MediaType.OCTET_STREAM.toString()
                : type.getBaseType().toString();
    }

    private String title() {
        String title = clean(container().get(TikaCoreProperties.TITLE));
        return title.isEmpty() ? null : title;
    }

    /** The language of the longest text among the files. */
    private String language() {
        return files.stream()
                .max(Comparator.comparingInt(file -> contentOf(file).length()))
                .filter(file -> contentOf(file).length() >= CHARACTERS_FOR_A_LANGUAGE)
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

    static String contentOf(Metadata file) {
        return clean(file.get(TikaCoreProperties.TIKA_CONTENT));
    }

    /** Without the NUL that no database takes. */
    private static String clean(String text) {
        return text == null ? "" : text.replace("\u0000", "").strip();
    }
}
