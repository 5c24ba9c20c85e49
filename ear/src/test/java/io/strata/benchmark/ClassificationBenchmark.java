package io.strata.benchmark;

import com.sun.management.OperatingSystemMXBean;
import io.strata.benchmark.LabelledTexts.Text;
import io.strata.documents.classification.Classifier;
import io.strata.documents.classification.Embedder;
import io.strata.documents.classification.Example;
import io.strata.documents.classification.KernelClassifier;
import io.strata.documents.classification.MiniLmEmbedder;
import io.strata.documents.classification.Passages;
import io.strata.documents.classification.Sample;
import io.strata.documents.classification.TopicModel;
import io.strata.documents.classification.TopicScore;
import io.strata.testing.PageSection;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/**
 * Measures how often the classifier is right with no example and with few and many, beside a regression over words that
 * gets the same examples; how honest its confidence is; and how fast it is. Needs no server, but texts with topics: those
 * beside the checkout and, in the same form, in the folders that {@code bench.corpora} names.
 */
public final class ClassificationBenchmark {

    private static final int[] EXAMPLES = {0, 5, 20, 100};
    private static final int DRAWS = 5;
    private static final int WORDS = 400;
    private static final int DOCUMENTS = 100;

    private final Embedder embedder = new MiniLmEmbedder();
    private final Classifier classifier = new KernelClassifier(embedder);
    private final StringBuilder report = new StringBuilder();

    private ClassificationBenchmark() {}

    /**
     * Runs the benchmark.
     *
     * @param arguments the page that the results are written into
     */
    public static void main(String[] arguments) throws Exception {
        ClassificationBenchmark benchmark = new ClassificationBenchmark();
        benchmark.measure(Path.of(System.getProperty("strata.checkout", "."), "..", "shared", "data"));
        System.out.println("\n" + benchmark.report);
        new PageSection(Path.of(arguments[0]), "classification").write(benchmark.report.toString());
    }

    private void measure(Path data) throws IOException {
        report.append("On ")
                .append(PageSection.machine())
                .append(":\n\n")
                .append(
                        "| texts | examples of each topic | right | words alone | calibration error | unsure | right when"
                                + " sure |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |\n");
        LabelledTexts packages = LabelledTexts.ofFolder(data.resolve("classification"));
        accuracy("package descriptions", packages);
        accuracy("titles of issues", LabelledTexts.ofIssues(data.resolve("graph")));
        for (String folder : System.getProperty("bench.corpora", "").split(",")) {
            if (!folder.isEmpty()) {
                accuracy(Path.of(folder).getFileName().toString(), LabelledTexts.ofFolder(Path.of(folder)));
            }
        }
        report.append("\n| besides | |\n| --- | ---: |\n");
        speed(packages);
    }

    private void accuracy(String name, LabelledTexts texts) {
        List<Sample> train = texts.train().stream().map(this::sample).toList();
        List<Sample> test = texts.test().stream().map(this::sample).toList();
        for (int examples : EXAMPLES) {
            Answers answers = new Answers();
            double words = 0;
            for (int draw = 0; draw < DRAWS; draw++) {
                List<Integer> drawn = texts.draw(examples, new Random(draw));
                TopicModel model = classifier.learn(texts.topics(), examples(texts, train, drawn));
                for (int i = 0; i < test.size(); i++) {
                    TopicScore best = model.classify(test.get(i)).get(0);
                    UUID answer =
                            texts.topics().get(texts.test().get(i).topic()).id();
                    answers.add(best.topicId().equals(answer), best.confidence(), best.isSure());
                }
                words += examples == 0 ? 0 : wordAccuracy(texts, drawn) / DRAWS;
            }
            String row = String.format(
                    Locale.ROOT,
                    "| %s | %d | %.3f | %s | %.3f | %.0f %% | %.3f |%n",
                    name + ", " + texts.topics().size() + " topics, " + test.size() + " texts",
                    examples,
                    answers.accuracy(),
                    examples == 0 ? "" : String.format(Locale.ROOT, "%.3f", words),
                    answers.calibrationError(),
                    100 * answers.shareUnsure(),
                    answers.accuracyWhenSure());
            System.out.print(row);
            report.append(row);
        }
    }

    private static double wordAccuracy(LabelledTexts texts, List<Integer> drawn) {
        WordRegression regression = new WordRegression(
                drawn.stream().map(i -> texts.train().get(i).text()).toList(),
                drawn.stream().mapToInt(i -> texts.train().get(i).topic()).toArray(),
                texts.topics().size());
        long right = texts.test().stream()
                .filter(text -> regression.best(text.text()) == text.topic())
                .count();
        return right / (double) texts.test().size();
    }

    private static List<Example> examples(LabelledTexts texts, List<Sample> samples, List<Integer> drawn) {
        return drawn.stream()
                .map(i -> new Example(
                        UUID.randomUUID(),
                        samples.get(i),
                        Set.of(texts.topics().get(texts.train().get(i).topic()).id())))
                .toList();
    }

    private Sample sample(Text text) {
        return sample(text.text());
    }

    private Sample sample(String text) {
        List<String> passages =
                Passages.of(text).stream().map(passage -> passage.of(text)).toList();
        return Sample.of(embedder.embed(passages), text);
    }

    /** Once text is there: from its words to its topics, with a model that knows all examples. */
    private void speed(LabelledTexts texts) {
        List<Integer> all = texts.draw(Integer.MAX_VALUE, new Random(0));
        List<Sample> samples = texts.train().stream().map(this::sample).toList();
        List<Example> examples = examples(texts, samples, all);
        long begin = cpu();
        TopicModel model = classifier.learn(texts.topics(), examples);
        row("Learning " + examples.size() + " examples from scratch", "%.1f s of one core", (cpu() - begin) / 1e9);
        begin = cpu();
        for (int i = 0; i < 10; i++) {
            model.learn(new Example(
                    UUID.randomUUID(), samples.get(i), examples.get(i).topics()));
        }
        row("Learning one more", "%.0f ms of one core", (cpu() - begin) / 1e7);
        String words = String.join(" ", texts.test().stream().map(Text::text).toList());
        List<String> documents = new ArrayList<>();
        String[] each = words.split("\\s+");
        for (int i = 0; i < DOCUMENTS; i++) {
            int from = i * WORDS % (each.length - WORDS);
            documents.add(String.join(" ", Arrays.copyOfRange(each, from, from + WORDS)));
        }
        documents.forEach(document -> model.classify(sample(document)));
        begin = cpu();
        documents.forEach(document -> model.classify(sample(document)));
        row(
                "Documents of " + WORDS + " words classified, once their text is there",
                "%.0f per second of one core",
                DOCUMENTS / ((cpu() - begin) / 1e9));
    }

    private void row(String name, String form, double value) {
        String row = "| " + name + " | " + String.format(Locale.ROOT, form, value) + " |\n";
        System.out.print(row);
        report.append(row);
    }

    /** Nanoseconds of processor time of this program: the machine may have other work. */
    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
