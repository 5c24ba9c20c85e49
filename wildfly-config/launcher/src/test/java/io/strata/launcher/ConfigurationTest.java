package io.strata.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

    private static final Path DEFAULT = Path.of("/somewhere/.strata");

    @Test
    void isCompleteWithoutAnySetting() {
        Configuration configuration = Configuration.of(Map.of(), DEFAULT);
        assertThat(configuration.dataDirectory()).isEqualTo(DEFAULT);
        assertThat(configuration.ports())
                .containsEntry("STRATA_HTTP_PORT", 8080)
                .containsEntry("STRATA_POSTGRES_PORT", 15432)
                .hasSize(5);
        assertThat(configuration.durable()).isTrue();
    }

    @Test
    void takesThePortsAndTheDataDirectoryFromTheEnvironment() {
        Configuration configuration =
                Configuration.of(Map.of("STRATA_HTTP_PORT", "18080", "STRATA_DATA_DIR", "/data/./strata"), DEFAULT);
        assertThat(configuration.httpPort()).isEqualTo(18080);
        assertThat(configuration.dataDirectory()).isEqualTo(Path.of("/data/strata"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "65536", "http", "-1"})
    void namesTheSettingOfAPortThatIsNone(String port) {
        assertThatThrownBy(() -> Configuration.of(Map.of("STRATA_NEO4J_PORT", port), DEFAULT))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("STRATA_NEO4J_PORT")
                .hasMessageContaining("\"" + port + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "512", "0m", "1t", "1.5g"})
    void namesTheSettingOfAMemorySizeThatIsNone(String size) {
        assertThatThrownBy(() -> Configuration.of(Map.of("STRATA_SERVER_MEMORY", size), DEFAULT))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("STRATA_SERVER_MEMORY");
    }

    @ParameterizedTest
    @CsvSource({"1k, 1024", "512m, 536870912", "2G, 2147483648"})
    void understandsSizesLikeTheJvm(String size, long bytes) {
        assertThat(Configuration.bytes(size)).isEqualTo(bytes);
    }
}
