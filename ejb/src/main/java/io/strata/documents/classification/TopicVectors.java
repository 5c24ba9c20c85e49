package io.strata.documents.classification;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The vectors of topics by their names and descriptions: the mean over the name, the whole and each part of the
 * description, alone and with the name before it. Vectors are remembered, for descriptions change rarely.
 */
final class TopicVectors {

    private static final int REMEMBERED = 2000;

    private final Map<List<String>, float[]> vectors = Collections.synchronizedMap(new RecentlyUsed());
    private final Embedder embedder;

    TopicVectors(Embedder embedder) {
        this.embedder = embedder;
    }

    float[] of(TopicDescription topic) {
        return vectors.computeIfAbsent(
                phrases(topic), phrases -> Vectors.normalisedMean(embedder.embed(phrases), Embedder.DIMENSIONS));
    }

    private static List<String> phrases(TopicDescription topic) {
        String name = topic.name().strip();
        String description = topic.description().strip();
        List<String> phrases = new ArrayList<>(List.of(name));
        if (!description.isEmpty()) {
            phrases.add(name + ": " + description);
            for (String part : description.split("[.,;:!?\\n]")) {
                if (!part.isBlank()) {
                    phrases.add(part.strip());
                    phrases.add(name + ": " + part.strip());
                }
            }
        }
        return phrases;
    }

    private static final class RecentlyUsed extends LinkedHashMap<List<String>, float[]> {

        private static final long serialVersionUID = 1L;

        private RecentlyUsed() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, float[]> eldest) {
            return size() > REMEMBERED;
        }
    }
}
