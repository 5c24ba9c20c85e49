package io.strata.documents;

import io.strata.access.Action;
import io.strata.access.CurrentCaller;
import io.strata.access.Policy;
import io.strata.access.Requires;
import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.common.UuidV7;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import io.strata.storage.FileName;
import io.strata.storage.FileType;
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
 * Takes documents in. The bytes go to a temporary file and from there to the object store before any transaction begins;
 * then the row and the message that starts the processing commit together. What a failed transaction leaves in the store
 * is removed at once, or by reconciliation when the server dies in between.
 */
@ApplicationScoped
public class DocumentUpload {

    @Inject
    Policy policy;

    @Inject
    DocumentAccess access;

    @Inject
    Placements placements;

    @Inject
    TemporaryFiles temporary;

    @Inject
    ObjectStorage storage;

    @Inject
    DocumentRegistration registration;

    /**
     * Stores a document and puts it in line for processing.
     *
     * @param content its bytes, read to the end and not closed
     * @throws ProblemException too large, when there are more bytes than an upload may have; storage unavailable, when
     *     the object store does not answer
     */
    @Requires(Action.DOCUMENT_WRITE)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public DocumentView upload(NewDocument request, InputStream content) {
        policy.require(Action.DOCUMENT_WRITE, request.workspaceId());
        String fileName = FileName.safe(request.fileName());
        Placement placement = placements.find(request);
        return receive(fileName, content, file -> store(placement, fileName, file));
    }

    /**
     * Stores another version of a document, which becomes the current one, and puts it in line for processing.
     *
     * @param givenName as the sender calls it; the document keeps its title
     * @param content its bytes, read to the end and not closed
     * @throws ProblemException conflict, when the document is being processed; otherwise as {@link #upload}
     */
    @Requires(Action.DOCUMENT_WRITE)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public DocumentView uploadVersion(UUID id, String givenName, InputStream content) {
        access.require(id, Action.DOCUMENT_WRITE);
        String fileName = FileName.safe(givenName);
        return receive(fileName, content, file -> {
            UUID uploader = CurrentCaller.require().actorId();
            String key = ObjectKey.of(uploader, id, fileName);
            String mimeType = FileType.of(file.path(), fileName);
            storage.put(key, file.path(), mimeType, file.sha256());
            return registration.registerVersion(id, key, mimeType, fileName, file);
        });
    }

    private interface Storing {
        DocumentView store(TemporaryFile file) throws IOException;
    }

    private DocumentView receive(String fileName, InputStream content, Storing storing) {
        long maximum = Settings.number(Setting.UPLOAD_MAX_BYTES);
        try (TemporaryFile file = temporary.receive(content, fileName, maximum)) {
            return storing.store(file);
        } catch (TooLargeException e) {
            throw new ProblemException(
                    ProblemType.TOO_LARGE, "A document may have at most " + maximum / 1_048_576 + " MB.", e);
        } catch (IOException e) {
            throw new ProblemException(ProblemType.BAD_REQUEST, "The upload ended before the file did.", e);
        }
    }

    private DocumentView store(Placement placement, String fileName, TemporaryFile file) throws IOException {
        UUID id = UuidV7.next();
        UUID owner = CurrentCaller.require().actorId();
        String key = ObjectKey.of(owner, id, fileName);
        String mimeType = FileType.of(file.path(), fileName);
        storage.put(key, file.path(), mimeType, file.sha256());
        return registration.register(new Document(id, owner, placement, fileName, key, mimeType, file));
    }
}
