package io.strata.storage;

import static org.awaitility.Awaitility.await;

import io.strata.settings.Setting;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The adapter for S3 against the S3 server that Strata starts for itself. */
class S3ObjectStorageTest extends ObjectStorageContract {

    private static final String SECRET = UUID.randomUUID().toString();

    @TempDir
    static Path disk;

    private static int port;
    private static Process server;

    @BeforeAll
    static void start() throws IOException {
        port = freePort();
        Path settings = Files.writeString(disk.resolve("objects.properties"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=test
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.filesystem.basedir=%s
                """.formatted(
                        port, SECRET, Files.createDirectory(disk.resolve("objects"))));
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        settings.toString())
                .inheritIO()
                .start();
        await().atMost(Duration.ofMinutes(1)).until(S3ObjectStorageTest::isListening);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.destroy();
        server.waitFor();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isListening() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    ObjectStorage storage() {
        return connectedTo(port);
    }

    @Override
    ObjectStorage unreachableStorage() {
        return connectedTo(1);
    }

    /** Connects before another address is set. */
    private static ObjectStorage connectedTo(int port) {
        System.setProperty(Setting.S3_ENDPOINT.key(), "http://127.0.0.1:" + port);
        System.setProperty(Setting.S3_ACCESS_KEY.key(), "test");
        System.setProperty(Setting.S3_SECRET_KEY.key(), SECRET);
        return new S3ObjectStorage();
    }
}
