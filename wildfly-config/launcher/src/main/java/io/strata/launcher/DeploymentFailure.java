package io.strata.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds the cause in what WildFly leaves beside an application that it could not deploy. */
final class DeploymentFailure {

    private static final String CAUSE = "Caused by: ";

    private DeploymentFailure() {}

    /** The innermost cause, or all of the text where none is named. */
    static String cause(Path marker) {
        try {
            String text = Files.readString(marker);
            List<String> lines = text.replace("\\n", "\n").lines().toList();
            return lines.stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith(CAUSE))
                    .map(line -> line.substring(CAUSE.length()))
                    .reduce((first, second) -> second)
                    .map(line -> line.replaceAll("[\\\\\"}]+$", ""))
                    .orElse(text.strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
