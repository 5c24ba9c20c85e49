package io.strata.reconciliation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Goes through the keys of one or more stores in order, a stretch at a time, and says what looks wrong. It remembers
 * nothing: any key can be the beginning, which makes every key a checkpoint, and no stretch needs more memory than
 * another.
 */
interface Walk {

    /** The name under which the job asks for it; that of its step. */
    String name();

    /** About how many keys there are. */
    long size();

    /**
     * Keys that divide the walk into parts of about the same size.
     *
     * @param parts how many there should be
     * @return at most one less than that, in order; none when it is not worth dividing
     */
    default List<String> divide(int parts) {
        return List.of();
    }

    /**
     * The next stretch.
     *
     * @param after the key before the first one wanted; {@code ""} for the beginning
     * @param until the last key wanted; {@code null} for all that follow
     */
    Stretch next(String after, String until);

    /** The stretch over two sides, with suspects for keys that only one has, and more. */
    static Stretch stretch(SideBySide sides, String after, String onlyLeft, String onlyRight, List<Suspect> more) {
        List<Suspect> suspects = new ArrayList<>(more);
        suspects.addAll(suspects(onlyLeft, sides.onlyLeft().stream()));
        suspects.addAll(suspects(onlyRight, sides.onlyRight().stream()));
        boolean last = sides.end() == null;
        return new Stretch(last ? after : sides.end(), sides.keys(), suspects, last);
    }

    private static List<Suspect> suspects(String kind, Stream<String> subjects) {
        return subjects.map(subject -> new Suspect(kind, subject)).toList();
    }
}
