package io.strata.documents;

import io.strata.documents.classification.Classifier;
import io.strata.documents.classification.Example;
import io.strata.documents.classification.Sample;
import io.strata.documents.classification.TopicDescription;
import io.strata.documents.classification.TopicModel;
import io.strata.documents.classification.TopicScore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.ref.SoftReference;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What this server has learned about the topics of each workspace. Before every answer it takes in what people have said
 * meanwhile, on whichever server. The models are in memory only, and given up when that runs short: the examples are the
 * truth.
 */
@ApplicationScoped
class TopicModels {

    private static final int MORE_THAN_MAXIMUM = TopicExamples.MAXIMUM / 4;

    @Inject
    TopicExamples examples;

    @Inject
    Classifier classifier;

    private final Map<UUID, SoftReference<Learned>> models = new ConcurrentHashMap<>();

    /** A model with what it was learned from. */
    private record Learned(TopicModel model, List<TopicDescription> topics, Set<UUID> texts, long count, long newest) {}

    /** The topics of a text in a workspace, most certain first. */
    List<TopicScore> classify(UUID workspace, Sample text) {
        return learned(workspace).model().classify(text);
    }

    private Learned learned(UUID workspace) {
        return models.compute(workspace, (id, before) -> {
                    Learned known = before == null ? null : before.get();
                    TopicExamples.State state = examples.state(workspace);
                    Learned now = known == null || !known.topics().equals(state.topics())
                            ? fromScratch(workspace, state)
                            : upToDate(workspace, known, state);
                    return now == known ? before : new SoftReference<>(now);
                })
                .get();
    }

    private Learned upToDate(UUID workspace, Learned known, TopicExamples.State state) {
        if (known.count() == state.count() && known.newest() == state.newest()) {
            return known;
        }
        List<Example> changes = examples.newest(workspace, known.newest());
        Set<UUID> texts = new HashSet<>(known.texts());
        changes.forEach(example -> texts.add(example.id()));
        // Otherwise some were removed, or one became visible that has a lower number than another seen before.
        boolean complete = known.count() - known.texts().size() == state.count() - texts.size();
        if (!complete || texts.size() > TopicExamples.MAXIMUM + MORE_THAN_MAXIMUM) {
            return fromScratch(workspace, state);
        }
        usable(changes, state.topics()).forEach(known.model()::learn);
        return new Learned(known.model(), state.topics(), texts, state.count(), state.newest());
    }

    private Learned fromScratch(UUID workspace, TopicExamples.State state) {
        List<Example> all = examples.newest(workspace, 0);
        return new Learned(
                classifier.learn(state.topics(), usable(all, state.topics())),
                state.topics(),
                all.stream().map(Example::id).collect(Collectors.toSet()),
                state.count(),
                state.newest());
    }

    /** Without those of which nothing is left because all their topics were removed. */
    private static List<Example> usable(List<Example> examples, List<TopicDescription> topics) {
        return examples.stream()
                .filter(example -> example.topics().isEmpty()
                        || topics.stream().anyMatch(topic -> example.topics().contains(topic.id())))
                .toList();
    }
}
