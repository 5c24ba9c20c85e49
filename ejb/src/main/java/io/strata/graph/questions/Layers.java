package io.strata.graph.questions;

import io.strata.common.ProblemException;
import io.strata.graph.LinkType;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Layers of edges between components and issues: 1 is the tree, 2 work, 3 code.
 *
 * @param numbers which
 */
record Layers(Set<Integer> numbers) {

    static final Layers NONE = new Layers(Set.of());
    static final Layers ALL = new Layers(Set.of(1, 2, 3));

    private static final int STRUCTURE = 1;
    private static final String CHILD = "HAS_CHILD";

    /**
     * Reads numbers that are separated by commas.
     *
     * @param otherwise what an absent text means
     */
    static Layers read(String text, Layers otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        Set<Integer> numbers = new TreeSet<>();
        for (String number : text.split(",")) {
            if (!number.strip().matches("[1-3]")) {
                throw ProblemException.validation("layers", "must be some of 1, 2 and 3, separated by commas");
            }
            numbers.add(Integer.valueOf(number.strip()));
        }
        return new Layers(numbers);
    }

    boolean isEmpty() {
        return numbers.isEmpty();
    }

    /** The types of their relationships as a pattern in Cypher; these are names of ours and never a caller's text. */
    String pattern() {
        Stream<String> links = Arrays.stream(LinkType.values())
                .filter(type -> numbers.contains(type.layer()))
                .map(LinkType::name);
        Stream<String> tree = numbers.contains(STRUCTURE) ? Stream.of(CHILD) : Stream.empty();
        return Stream.concat(tree, links).collect(Collectors.joining("|"));
    }

    /** The layer of a type of relationship. */
    static int of(String relationship) {
        return relationship.equals(CHILD)
                ? STRUCTURE
                : LinkType.valueOf(relationship).layer();
    }
}
