package io.strata.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreflightTest {

    @Test
    void passesWhenNothingIsInTheWay() throws IOException {
        Configuration configuration = configuration(Map.of());
        assertThatCode(() -> Preflight.check(configuration)).doesNotThrowAnyException();
    }

    @Test
    void namesTheSettingOfAPortInUse() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(Configuration.LOOPBACK))) {
            Configuration configuration =
                    configuration(Map.of("STRATA_S3_PORT", Integer.toString(taken.getLocalPort())));
            assertThatThrownBy(() -> Preflight.check(configuration))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("Port " + taken.getLocalPort() + " is in use: set STRATA_S3_PORT to another port.");
        }
    }

    @Test
    void refusesPortsThatAreTheSame() throws IOException {
        Configuration configuration = configuration(Map.of("STRATA_S3_PORT", "45991", "STRATA_HTTP_PORT", "45991"));
        assertThatThrownBy(() -> Preflight.check(configuration))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("STRATA_HTTP_PORT")
                .hasMessageContaining("STRATA_S3_PORT");
    }

    @Test
    void namesTheSettingsWhenMemoryIsShort() throws IOException {
        Configuration configuration = configuration(Map.of("STRATA_SERVER_MEMORY", "900000g"));
        assertThatThrownBy(() -> Preflight.check(configuration))
                .isInstanceOf(StartFailure.class)
                .hasMessageStartingWith("Too little memory")
                .hasMessageContaining("STRATA_SERVER_MEMORY");
    }

    /** A configuration with small memory and free ports. */
    private static Configuration configuration(Map<String, String> settings) throws IOException {
        int[] ports = Configuration.freePorts(5);
        Map<String, String> environment = new HashMap<>(Map.of(
                "STRATA_HTTP_PORT", Integer.toString(ports[0]),
                "STRATA_MANAGEMENT_PORT", Integer.toString(ports[1]),
                "STRATA_POSTGRES_PORT", Integer.toString(ports[2]),
                "STRATA_NEO4J_PORT", Integer.toString(ports[3]),
                "STRATA_S3_PORT", Integer.toString(ports[4]),
                "STRATA_SERVER_MEMORY", "64m",
                "STRATA_NEO4J_MEMORY", "64m"));
        environment.putAll(settings);
        return Configuration.of(environment, Path.of("unused"));
    }
}
