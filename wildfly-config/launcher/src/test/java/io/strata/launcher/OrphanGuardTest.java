package io.strata.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanGuardTest {

    @TempDir
    Path processFiles;

    @Test
    void stopsWhatIsStillNamedWhenTheLauncherIsGone() throws IOException {
        Process server = new ProcessBuilder("sleep", "600").start();
        Process store = new ProcessBuilder("sleep", "600").start();
        name("wildfly", server);
        name("neo4j", store);

        OrphanGuard guard = OrphanGuard.over(processFiles);
        assertThat(server.isAlive()).isTrue();
        guard.close();

        await().atMost(Duration.ofSeconds(30)).until(() -> !server.isAlive() && !store.isAlive());
    }

    @Test
    void leavesAloneWhatTheLauncherHasTakenCareOf() throws IOException {
        Process other = new ProcessBuilder("sleep", "600").start();
        try {
            OrphanGuard.over(processFiles).close();
            assertThat(other.isAlive()).isTrue();
        } finally {
            other.destroyForcibly();
        }
    }

    private void name(String program, Process process) throws IOException {
        Files.writeString(processFiles.resolve(program + ".pid"), process.pid() + "\n0\n");
    }
}
