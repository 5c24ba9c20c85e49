package io.strata.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/** Tells the type of a file from its first bytes, with its name as a hint only. */
public final class FileType {

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    /** What a file of no recognisable form looks like; a name that promises a form is then wrong. */
    private static final Set<MediaType> FORMLESS = Set.of(MediaType.TEXT_PLAIN, MediaType.OCTET_STREAM);

    private static final Set<String> PICTURES_AND_SOUND = Set.of("image", "audio", "video");
    private static final MediaType PDF = MediaType.application("pdf");
    private static final MediaType ZIP = MediaType.application("zip");
    private static final MediaType SVG = MediaType.image("svg+xml");

    private FileType() {}

    /** The MIME type that the bytes have, made more exact by the name where the two agree. */
    public static String of(Path file, String fileName) throws IOException {
        return detect(file, fileName).getBaseType().toString();
    }

    /**
     * Whether a name promises a form that has an unmistakable beginning, and the bytes have none.
     *
     * @throws IOException when the file cannot be read
     */
    public static boolean contradicts(Path file, String fileName) throws IOException {
        MediaType promised = TYPES.detect(null, named(fileName)).getBaseType();
        boolean unmistakable = promised.equals(PDF)
                || TYPES.getMediaTypeRegistry().isSpecializationOf(promised, ZIP)
                || promised.equals(ZIP)
                || PICTURES_AND_SOUND.contains(promised.getType()) && !promised.equals(SVG);
        return unmistakable && FORMLESS.contains(detect(file, null).getBaseType());
    }

    /**
     * Whether files of a type are called like this: what the name ends with belongs to the type, or there is no such end.
     *
     * @param mimeType the one that {@link #of} told
     */
    public static boolean isUsualFor(String mimeType, String fileName) {
        String extension = FileName.extension(fileName);
        try {
            return extension.isEmpty()
                    || TYPES.forName(mimeType).getExtensions().contains("." + extension);
        } catch (MimeTypeException e) {
            throw new IllegalArgumentException("no type " + mimeType, e);
        }
    }

    private static MediaType detect(Path file, String fileName) throws IOException {
        try (InputStream stream = TikaInputStream.get(file)) {
            return TYPES.detect(stream, fileName == null ? new Metadata() : named(fileName));
        }
    }

    private static Metadata named(String fileName) {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, fileName);
        return metadata;
    }
}
