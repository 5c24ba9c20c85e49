package io.strata.objects;

import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/**
 * Runs the S3 server in this process until the process is told to stop.
 *
 * <p>The argument is a file of S3Proxy's properties, with two of our own: {@code strata.folder}, where the buckets are
 * folders, and {@code strata.durable}, whether an object is on the disk before its upload is answered.
 */
public final class S3Server {

    private S3Server() {}

    /** Starts the server; see the class for the argument. */
    public static void main(String[] arguments) {
        try {
            start(Path.of(arguments[0]));
        } catch (Exception e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void start(Path file) throws Exception {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        Path folder = Path.of(settings.getProperty("strata.folder"));
        BlobStore objects = new FilesystemNio2BlobStore(folder.toString());
        boolean durable = Boolean.parseBoolean(settings.getProperty("strata.durable"));
        S3Proxy server = S3Proxy.Builder.fromProperties(settings)
                .blobStore(durable ? new DurableBlobStore(objects, folder) : objects)
                .build();
        server.start();
    }
}
