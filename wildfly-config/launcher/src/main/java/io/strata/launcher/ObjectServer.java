package io.strata.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The object store: an S3 server over a folder of the local disk, in a JVM of its own. */
public final class ObjectServer extends Program {

    private final Installation installation;
    private final Configuration configuration;
    private final Path objects;
    private final Path settings;
    private final String bucket;
    private final String accessKey;
    private final String secretKey;

    ObjectServer(
            Installation installation,
            Configuration configuration,
            DataDirectory data,
            String bucket,
            String accessKey,
            String secretKey) {
        super("S3 server", data);
        this.installation = installation;
        this.configuration = configuration;
        this.objects = data.privateFolder("objects");
        this.settings = data.resolve("run/objects.properties");
        this.bucket = bucket;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    /** Where S3 clients connect, with path-style addresses. */
    public URI endpoint() {
        return URI.create("http://" + Configuration.LOOPBACK + ":" + configuration.objectPort());
    }

    /** The bucket; it exists from the start. */
    public String bucket() {
        return bucket;
    }

    /** The access key id. */
    public String accessKey() {
        return accessKey;
    }

    /** The secret of {@link #accessKey}. */
    public String secretKey() {
        return secretKey;
    }

    @Override
    String fileName() {
        return "objects";
    }

    @Override
    ProcessHandle startProcess() throws IOException {
        Files.createDirectories(objects.resolve(bucket));
        DataDirectory.writePrivate(settings, settings());
        return Child.start(
                        List.of(
                                Child.java(),
                                "-Xms32m",
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-Djava.awt.headless=true",
                                "-cp",
                                installation.objectServerClassPath(),
                                "io.strata.objects.S3Server",
                                settings.toString()),
                        Map.of(),
                        log(),
                        "")
                .toHandle();
    }

    private String settings() {
        return """
                # Written at each start.
                s3proxy.endpoint=%s
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                strata.folder=%s
                strata.durable=%s
                """.formatted(endpoint(), accessKey, secretKey, objects, configuration.durable());
    }

    @Override
    boolean isReady() {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) endpoint().toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(1000);
            boolean answers = connection.getResponseCode() > 0;
            connection.disconnect();
            return answers;
        } catch (IOException e) {
            return false;
        }
    }
}
