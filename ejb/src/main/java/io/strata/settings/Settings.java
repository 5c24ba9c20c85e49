package io.strata.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.config.ConfigValue;

/**
 * Reads settings through MicroProfile Config: environment, system properties, or whatever source the server adds. A
 * value may come from a file instead, named by the key with {@code _FILE} behind it (the way container platforms hand
 * out secrets).
 */
public final class Settings {

    /** The source of a value that nobody has set. */
    public static final String DEFAULT = "default";

    /** The source of a value that stands in a file of its own. */
    public static final String FILE = "file";

    private Settings() {}

    /** The value, trimmed; the default when none is set. */
    public static String get(Setting setting) {
        Config config = ConfigProvider.getConfig();
        Optional<String> file = config.getOptionalValue(setting.key() + "_FILE", String.class);
        if (file.isPresent()) {
            return readFile(setting, Path.of(file.get()));
        }
        return config.getOptionalValue(setting.key(), String.class)
                .map(String::trim)
                .orElse(setting.defaultValue());
    }

    /** Where the value comes from: the default, a file, or one of the sources of MicroProfile Config by its name. */
    public static String source(Setting setting) {
        Config config = ConfigProvider.getConfig();
        if (config.getOptionalValue(setting.key() + "_FILE", String.class).isPresent()) {
            return FILE;
        }
        ConfigValue value = config.getConfigValue(setting.key());
        return value.getValue() == null ? DEFAULT : value.getSourceName();
    }

    /**
     * The value as a whole number.
     *
     * @throws IllegalStateException naming the setting, when it is none
     */
    public static long number(Setting setting) {
        String value = get(setting);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalStateException(setting.key() + " must be a whole number, but is \"" + value + "\"", e);
        }
    }

    /**
     * Whether a switch is on.
     *
     * @throws IllegalStateException naming the setting, when it is neither {@code true} nor {@code false}
     */
    public static boolean isOn(Setting setting) {
        String value = get(setting);
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new IllegalStateException(setting.key() + " must be true or false, but is \"" + value + "\"");
        };
    }

    private static String readFile(Setting setting, Path file) {
        try {
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new UncheckedIOException(setting.key() + "_FILE names " + file + ", which cannot be read", e);
        }
    }
}
