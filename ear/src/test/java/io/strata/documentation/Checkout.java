package io.strata.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of the source tree that the tests read. */
final class Checkout {

    static final Path ROOT = Path.of(System.getProperty("strata.checkout", ".."))
            .toAbsolutePath()
            .normalize();

    private static final Pattern SETTING = Pattern.compile("\\bSTRATA_[A-Z0-9_]*[A-Z0-9]\\b");

    private Checkout() {}

    static String read(String path) {
        return read(ROOT.resolve(path));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files below a folder whose names end in a certain way. */
    static List<Path> files(String folder, String suffix) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of settings in a text, without the ending that makes them the name of a file. */
    static Set<String> settings(String text) {
        Set<String> names = new TreeSet<>();
        SETTING.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(name -> name.endsWith("_FILE") ? name.substring(0, name.length() - "_FILE".length()) : name)
                .forEach(names::add);
        return names;
    }
}
