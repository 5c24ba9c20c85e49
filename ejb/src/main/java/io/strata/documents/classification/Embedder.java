package io.strata.documents.classification;

import java.util.List;

/** Turns texts into vectors of length 1 that are close to each other when the texts mean the same. */
public interface Embedder {

    /** How many components the vectors have. */
    int DIMENSIONS = 384;

    /** A vector for each text, in the same order. */
    List<float[]> embed(List<String> texts);
}
