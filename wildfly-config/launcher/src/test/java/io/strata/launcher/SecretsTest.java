package io.strata.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

    @TempDir
    Path folder;

    @Test
    void generatesASecretOnceAndKeepsIt() {
        String password = new Secrets(folder, Map.of()).password("A_PASSWORD");
        assertThat(password).matches("[A-Za-z0-9_-]{24}");
        assertThat(new Secrets(folder, Map.of()).password("A_PASSWORD")).isEqualTo(password);
    }

    @Test
    void generatesKeysOf256Bits() {
        String key = new Secrets(folder, Map.of()).key("A_KEY");
        assertThat(Base64.getDecoder().decode(key)).hasSize(32);
    }

    @Test
    void prefersTheEnvironmentAndKeepsNothingOfIt() {
        Secrets secrets = new Secrets(folder, Map.of("A_PASSWORD", "given"));
        assertThat(secrets.password("A_PASSWORD")).isEqualTo("given");
        assertThat(secrets.isGenerated("A_PASSWORD")).isFalse();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void readsTheFileThatTheEnvironmentNames() throws IOException {
        Path file = Files.writeString(folder.resolve("mounted"), "from a file\n");
        Secrets secrets = new Secrets(folder, Map.of("A_PASSWORD_FILE", file.toString()));
        assertThat(secrets.password("A_PASSWORD")).isEqualTo("from a file");
    }

    @Test
    void namesTheSettingOfAFileThatIsMissing() {
        Secrets secrets = new Secrets(folder, Map.of("A_PASSWORD_FILE", "/nowhere"));
        assertThatThrownBy(() -> secrets.password("A_PASSWORD"))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("A_PASSWORD_FILE")
                .hasMessageContaining("/nowhere");
    }
}
