package io.strata.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where the build left the programs.
 *
 * @param checkout root of the source tree
 */
public record Installation(Path checkout) {

    /**
     * The installation of this build: the folder in the system property {@code strata.checkout}, or else the nearest
     * folder above the working directory that contains {@code wildfly-config}.
     */
    public static Installation current() {
        String property = System.getProperty("strata.checkout");
        Path folder = Path.of(property == null ? "" : property).toAbsolutePath().normalize();
        while (folder != null && !Files.isDirectory(folder.resolve("wildfly-config"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new StartFailure("The system property strata.checkout does not lead to Strata's source tree.");
        }
        return new Installation(folder);
    }

    /** The application. */
    public Path ear() {
        return built("ear/target/strata.ear");
    }

    /** Home of the configured WildFly. */
    public Path serverHome() {
        Path target = built("wildfly-config/server/target");
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> Files.exists(file.resolve("standalone/configuration/standalone-strata.xml")))
                    .findFirst()
                    .orElseThrow(() -> notBuilt(target));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String neo4jClassPath() {
        return classPath("wildfly-config/neo4j-server/target/");
    }

    String objectServerClassPath() {
        return classPath("wildfly-config/object-server/target/");
    }

    private String classPath(String target) {
        try {
            return built(target + "classes") + ":"
                    + Files.readString(built(target + "class-path")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Folder for programs that are unpacked once. */
    Path programs() {
        return checkout.resolve("wildfly-config/launcher/target/programs");
    }

    private Path built(String path) {
        Path file = checkout.resolve(path);
        if (Files.notExists(file)) {
            throw notBuilt(file);
        }
        return file;
    }

    private static StartFailure notBuilt(Path file) {
        return new StartFailure(file + " is missing: build the whole project first (mvn package).");
    }
}
