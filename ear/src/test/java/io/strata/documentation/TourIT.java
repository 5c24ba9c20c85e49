package io.strata.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.testing.AgainstStrata;
import io.strata.testing.World;
import java.io.IOException;
import org.junit.jupiter.api.Test;

@AgainstStrata
class TourIT {

    @Test
    void runsAsTheReadmeSays(World world) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder("bash", Checkout.ROOT.resolve("docs/tour.sh").toString()).redirectErrorStream(true);
        builder.environment().put("STRATA_URL", world.strata().server().uri().toString());
        builder.environment().put("STRATA_PASSWORD", world.strata().administratorPassword());

        Process tour = builder.start();
        tour.getOutputStream().close();
        String output = new String(tour.getInputStream().readAllBytes());

        assertThat(tour.waitFor()).as(output).isZero();
        assertThat(output).contains("signature valid: node.created").endsWith("The tour is complete\n");
    }
}
