package io.strata.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.settings.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Compares the table in operations.md with everything that reads settings. */
class SettingsTableTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(STRATA_\\w+)` \\| (?:`([^`]*)`)? ?\\| ([ASLC ]+) \\| (.+) \\|$");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{env\\.(STRATA_\\w+):([^}]*)}");

    /** Written into configuration where no default would work. */
    private static final String NO_DEFAULT = "unset";

    private record Row(String defaultValue, Set<String> readers, String meaning) {}

    private final Map<String, Row> table = table();

    @ParameterizedTest
    @EnumSource
    void describesTheApplicationsSettings(Setting setting) {
        Row row = table.get(setting.key());

        assertThat(row).as(setting.key()).isNotNull();
        assertThat(row.defaultValue()).isEqualTo(setting.defaultValue());
        assertThat(row.meaning()).startsWith(setting.description());
        assertThat(row.readers()).contains("A");
    }

    @Test
    void describesTheServersSettings() {
        List<Path> scripts = Checkout.files("wildfly-config/cli", ".cli");

        assertThat(scripts)
                .isNotEmpty()
                .allSatisfy(script -> EXPRESSION
                        .matcher(Checkout.read(script))
                        .results()
                        .forEach(expression -> {
                            Row row = table.get(expression.group(1));
                            assertThat(row).as(expression.group(1)).isNotNull();
                            assertThat(row.readers()).contains("S");
                            assertThat(expression.group(2)).isIn(row.defaultValue(), NO_DEFAULT);
                        }));
    }

    @Test
    void namesEverySettingOfTheLauncherAndTheImageAndNoOther() {
        Set<String> read = new TreeSet<>();
        for (Setting setting : Setting.values()) {
            read.add(setting.key());
        }
        Checkout.files("wildfly-config/cli", ".cli")
                .forEach(file -> read.addAll(Checkout.settings(Checkout.read(file))));
        Checkout.files("wildfly-config/launcher/src/main", ".java")
                .forEach(file -> read.addAll(Checkout.settings(Checkout.read(file))));
        Checkout.files("wildfly-config/image", "").stream()
                .filter(file -> file.toFile().isFile())
                .forEach(file -> read.addAll(Checkout.settings(Checkout.read(file))));
        read.addAll(Checkout.settings(Checkout.read("docker-compose.yml")));
        read.addAll(Checkout.settings(Checkout.read(".env.example")));

        assertThat(table.keySet()).containsExactlyInAnyOrderElementsOf(read);
    }

    private static Map<String, Row> table() {
        Map<String, Row> rows = new TreeMap<>();
        ROW.matcher(Checkout.read("docs/operations.md"))
                .results()
                .forEach(row -> rows.put(
                        row.group(1),
                        new Row(
                                row.group(2) == null ? "" : row.group(2),
                                Set.of(row.group(3).strip().split(" ")),
                                row.group(4))));
        return rows;
    }
}
