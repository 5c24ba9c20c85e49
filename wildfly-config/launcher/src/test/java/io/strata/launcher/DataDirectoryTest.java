package io.strata.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    Path folder;

    @Test
    void isHeldByOneLauncherAtATime() {
        Path root = folder.resolve("data");
        try (DataDirectory held = DataDirectory.open(root)) {
            assertThat(held.root()).isEqualTo(root);
            assertThatThrownBy(() -> DataDirectory.open(root))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("Another Strata is running")
                    .hasMessageContaining("STRATA_DATA_DIR");
        }
        DataDirectory.open(root).close();
    }

    @Test
    void namesTheSettingWhenItCannotBeWritten() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("not writable")
                .hasMessageContaining("STRATA_DATA_DIR");
    }

    @Test
    void keepsSecretsFromOthers() throws IOException {
        try (DataDirectory data = DataDirectory.open(folder.resolve("data"))) {
            assertThat(permissions(data.resolve("secrets"))).isEqualTo("rwx------");
            Path file = data.resolve("secrets/key");
            DataDirectory.writePrivate(file, "secret");
            assertThat(permissions(file)).isEqualTo("rw-------");
            assertThat(file).hasContent("secret");
        }
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
