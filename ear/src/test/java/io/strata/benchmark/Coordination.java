package io.strata.benchmark;

import io.strata.testing.StrataArchive;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.HdrHistogram.Histogram;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** What one transaction over several stores costs, measured by {@link CoordinationServlet} inside the server. */
final class Coordination {

    private static final String MODULE = "coordination";

    private final URI server;

    Coordination(URI server) {
        this.server = server;
    }

    /** The application with the servlet, in a file that goes with the process. */
    static Path application() throws IOException {
        WebArchive module = ShrinkWrap.create(WebArchive.class, MODULE + ".war")
                .addClasses(CoordinationServlet.class, Load.class, Load.Client.class, Measurement.class)
                .addAsLibrary(new File(Histogram.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath()))
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
        Path file = Files.createTempFile("strata-measured", ".ear");
        file.toFile().deleteOnExit();
        StrataArchive.with(module, MODULE).as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }

    /**
     * Measures transactions.
     *
     * @param stores some of {@code database}, {@code messages} and {@code graph}, separated by commas
     * @param writes rows and nodes per transaction; what is counted are writes
     */
    Measurement measure(String name, String stores, int clients, int writes) throws Exception {
        URI address = server.resolve(
                "/" + MODULE + "/coordination?stores=" + stores + "&clients=" + clients + "&writes=" + writes);
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("The measurement failed: " + answer.statusCode() + " " + answer.body());
        }
        String[] numbers = answer.body().split(" ");
        return new Measurement(
                name,
                clients,
                Double.parseDouble(numbers[0]) * writes,
                Double.parseDouble(numbers[1]),
                Double.parseDouble(numbers[2]),
                Double.parseDouble(numbers[3]));
    }
}
