package io.strata.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptsTest {

    private final List<Path> scripts = scripts();

    @Test
    void areExecutable() {
        assertThat(scripts)
                .allSatisfy(script -> assertThat(Files.isExecutable(script))
                        .as(script.toString())
                        .isTrue());
    }

    @Test
    void stopAtTheFirstFailure() {
        assertThat(scripts)
                .allSatisfy(script -> assertThat(Checkout.read(script))
                        .startsWith("#!/usr/bin/env bash\n")
                        .contains("\nset -euo pipefail\n"));
    }

    @Test
    void areWellFormed() {
        assertThat(scripts).allSatisfy(script -> {
            Process check = new ProcessBuilder("bash", "-n", script.toString())
                    .redirectErrorStream(true)
                    .start();
            String complaint = new String(check.getInputStream().readAllBytes());
            assertThat(check.waitFor()).as(complaint).isZero();
        });
    }

    private static List<Path> scripts() {
        List<Path> scripts = new ArrayList<>(Checkout.files("wildfly-config/image", ".sh"));
        scripts.addAll(Checkout.files("docs", ".sh"));
        scripts.add(Checkout.ROOT.resolve(".ci/run"));
        return scripts;
    }
}
