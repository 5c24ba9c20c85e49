package io.strata.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeploymentFailureTest {

    @TempDir
    Path folder;

    @Test
    void findsTheInnermostCause() throws IOException {
        Path marker = Files.writeString(folder.resolve("strata.ear.failed"), """
                {"WFLYCTL0080: Failed services" => {"component.Startup" => "StartException: failed
                    Caused by: java.lang.IllegalStateException: start
                    Caused by: java.net.ConnectException: Connection refused"}}
                """);
        assertThat(DeploymentFailure.cause(marker)).isEqualTo("java.net.ConnectException: Connection refused");
    }

    @Test
    void showsEverythingWhenNoCauseIsNamed() throws IOException {
        Path marker = Files.writeString(folder.resolve("strata.ear.failed"), "\"missing dependencies\"\n");
        assertThat(DeploymentFailure.cause(marker)).isEqualTo("\"missing dependencies\"");
    }
}
