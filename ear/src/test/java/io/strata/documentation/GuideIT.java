package io.strata.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.World;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Runs what the documents tell people to run. */
@AgainstStrata
class GuideIT {

    private static final Pattern COMMANDS = Pattern.compile("(?ms)^```bash\\n(.*?)^```$");

    private final World world;

    GuideIT(World world) {
        this.world = world;
    }

    @Test
    void theTourGoesAsTheReadmeSays() throws IOException, InterruptedException {
        assertThat(run("docs/tour.sh"))
                .contains("signature valid: node.created")
                .endsWith("The tour is complete\n");
    }

    @Test
    void everyCommandOfTheApiGuideWorks() throws IOException, InterruptedException {
        String commands = COMMANDS.matcher(Checkout.read("docs/api.md"))
                .results()
                .flatMap(block -> block.group(1).lines())
                .filter(line -> !line.startsWith("export "))
                .collect(Collectors.joining("\n"));

        assertThat(commands).contains("/auth/login", "/projects", "/nodes", "/documents", "/webhooks", "/audit");
        run("-euo", "pipefail", "-c", commands);
    }

    private String run(String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("bash").directory(Checkout.ROOT.toFile()).redirectErrorStream(true);
        builder.command().addAll(java.util.List.of(arguments));
        builder.environment().put("STRATA_URL", world.strata().server().uri().toString());
        builder.environment().put("STRATA_PASSWORD", world.strata().administratorPassword());

        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes());

        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
