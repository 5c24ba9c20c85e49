package io.strata.documents.classification;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.strata.access.Open;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Embeds with all-MiniLM-L6-v2 (quantized) inside this process; no text leaves it. The model is loaded when it is first
 * needed.
 */
@Open("knows nothing of anybody's data")
@ApplicationScoped
public class MiniLmEmbedder implements Embedder {

    private volatile EmbeddingModel model;

    @Override
    public List<float[]> embed(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
        return model().embedAll(segments).content().stream()
                .map(Embedding::vector)
                .toList();
    }

    private EmbeddingModel model() {
        if (model == null) {
            synchronized (this) {
                if (model == null) {
                    model = load();
                }
            }
        }
        return model;
    }

    /** The library looks for its files with the thread's class loader, which here must be the library's own. */
    private static EmbeddingModel load() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(EmbeddingModel.class.getClassLoader());
        try {
            // On the calling thread: as many texts are embedded at once as there are consumers.
            return new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
