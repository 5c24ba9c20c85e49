package io.strata.documents.classification;

import io.strata.settings.Dependency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The embedding model is loaded and turns a word into a vector. */
@ApplicationScoped
class EmbeddingDependency implements Dependency {

    @Inject
    Embedder embedder;

    @Override
    public String name() {
        return "embedding_model";
    }

    @Override
    public void check() {
        int dimensions = embedder.embed(List.of("strata")).get(0).length;
        if (dimensions != Embedder.DIMENSIONS) {
            throw new IllegalStateException("the model answers with " + dimensions + " dimensions");
        }
    }
}
