package io.strata.documents;

import io.strata.access.Open;
import io.strata.documents.classification.Embedder;
import io.strata.documents.classification.Passage;
import io.strata.documents.classification.Passages;
import io.strata.documents.classification.Sample;
import io.strata.documents.classification.TopicScore;
import io.strata.documents.extraction.Extraction;
import io.strata.documents.extraction.ExtractionException;
import io.strata.documents.extraction.ExtractionFailure;
import io.strata.documents.extraction.TextExtractor;
import io.strata.storage.FileType;
import io.strata.storage.MissingObjectException;
import io.strata.storage.ObjectStorage;
import io.strata.storage.TemporaryFile;
import io.strata.storage.TemporaryFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings a document from pending to ready or failed: claim, read its text, keep it, find its topics, write everything. The
 * slow parts run in no transaction. Each step can be repeated, so a document goes on where the last attempt stopped.
 */
@ApplicationScoped
public class DocumentProcessing {

    private static final Logger LOG = Logger.getLogger(DocumentProcessing.class.getName());

    @Inject
    ProcessingSteps steps;

    @Inject
    ObjectStorage storage;

    @Inject
    TemporaryFiles temporary;

    @Inject
    TextExtractor extractor;

    @Inject
    Embedder embedder;

    @Inject
    TopicModels models;

    /** What this server works on now; the same document may be in line twice. */
    private final Set<UUID> running = ConcurrentHashMap.newKeySet();

    /**
     * Processes a document as far as it goes. Does nothing when it is finished already, or being processed elsewhere.
     *
     * @throws RuntimeException when something other than the document is to blame; then it can be tried again
     */
    @Open("called for documents that an authorised upload put in line")
    public void process(UUID id) {
        if (!running.add(id)) {
            return;
        }
        try {
            steps.begin(id).ifPresent(this::process);
        } finally {
            running.remove(id);
        }
    }

    private void process(ProcessingSteps.Work work) {
        try {
            if (work.status() != DocumentStatus.CLASSIFYING) {
                steps.extracted(work.id(), extract(work));
            }
            classify(work.id());
        } catch (ExtractionException e) {
            steps.failed(work.id(), e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            release(work.id());
            throw new IllegalStateException("interrupted while processing document " + work.id(), e);
        } catch (RuntimeException | LinkageError e) {
            release(work.id());
            throw e;
        }
    }

    private Extraction extract(ProcessingSteps.Work work) throws ExtractionException, InterruptedException {
        try (InputStream object = storage.open(work.objectKey());
                TemporaryFile file = temporary.receive(object, work.fileName(), Long.MAX_VALUE)) {
            if (!file.sha256().equals(work.sha256())) {
                throw new ExtractionException(ExtractionFailure.ALTERED);
            }
            if (file.size() == 0) {
                throw new ExtractionException(ExtractionFailure.EMPTY);
            }
            if (FileType.contradicts(file.path(), work.fileName())) {
                throw new ExtractionException(ExtractionFailure.MISLABELLED);
            }
            return extractor.extract(file.path());
        } catch (MissingObjectException e) {
            throw new ExtractionException(ExtractionFailure.MISSING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void classify(UUID id) {
        String text = steps.text(id);
        List<Passage> passages = Passages.of(text);
        List<float[]> embeddings = embedder.embed(
                passages.stream().map(passage -> passage.of(text)).toList());
        Sample sample = Sample.of(embeddings, text);
        List<TopicScore> scores = models.classify(steps.workspaceOf(id), sample);
        steps.classified(id, sample, scores, passages, embeddings);
    }

    private void release(UUID id) {
        try {
            steps.release(id);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Document " + id + " stays claimed by this server until it is tried again", e);
        }
    }
}
