package io.strata.content;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Requires;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.common.UuidV7;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import io.strata.storage.FileName;
import io.strata.storage.ObjectKey;
import io.strata.storage.ObjectStorage;
import io.strata.storage.TemporaryFile;
import io.strata.storage.TemporaryFiles;
import io.strata.storage.TooLargeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/**
 * Takes attachments in. As with documents, the bytes are in the object store before any transaction begins; what a failed
 * one leaves there is removed at once, or by reconciliation when the server dies in between.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class AttachmentUpload {

    @Inject
    Places places;

    @Inject
    TemporaryFiles temporary;

    @Inject
    ObjectStorage storage;

    @Inject
    AttachmentRegistration registration;

    /**
     * Hangs a file on a node.
     *
     * @param fileName as the sender calls it
     * @param content its bytes, read to the end and not closed
     * @throws ProblemException too large; validation, when it is no file that may be attached; storage unavailable, when
     *     the object store does not answer
     */
    @Requires(Action.NODE_WRITE)
    public AttachmentView toNode(String nodeIdOrShortId, String fileName, InputStream content) {
        return take(places.node(nodeIdOrShortId, Action.NODE_WRITE), fileName, content);
    }

    /** Hangs a file on a comment; the author of the comment may do so, and who may moderate. Otherwise as above. */
    @Requires(Action.COMMENT_WRITE)
    public AttachmentView toComment(UUID commentId, String fileName, InputStream content) {
        return take(places.ownComment(commentId), fileName, content);
    }

    private AttachmentView take(Place place, String givenName, InputStream content) {
        String fileName = FileName.safe(givenName);
        long maximum = Settings.number(Setting.ATTACHMENT_MAX_BYTES);
        try (TemporaryFile file = temporary.receive(content, fileName, maximum)) {
            return store(place, fileName, AttachmentTypes.of(file, fileName), file);
        } catch (TooLargeException e) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE, "An attachment may have at most " + maximum / 1_048_576 + " MB.", e);
        } catch (IOException e) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "The upload ended before the file did.", e);
        }
    }

    private AttachmentView store(Place place, String fileName, String mimeType, TemporaryFile file) {
        UUID id = UuidV7.next();
        UUID owner = CurrentCaller.require().actorId();
        String key = ObjectKey.of(owner, id, fileName);
        storage.put(key, file.path(), mimeType, file.sha256());
        return registration.register(place, new Attachment(id, place, owner, fileName, key, mimeType, file));
    }
}
