package io.strata.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * WildFly. Its programs are the build's, its base folder (journal, object store, timers, deployments) is in the data
 * directory; its configuration is copied there at each start and not written to.
 */
public final class ApplicationServer extends Program {

    private static final String DEPLOYMENT = "strata.ear";

    /** What WildFly's own start script opens to its libraries. */
    private static final List<String> MODULE_OPTIONS = List.of(
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

    private final Installation installation;
    private final Configuration configuration;
    private final Path base;
    private final Path logs;
    private final Map<String, String> environment;

    ApplicationServer(
            Installation installation,
            Configuration configuration,
            DataDirectory data,
            Map<String, String> environment) {
        super("WildFly", data);
        this.installation = installation;
        this.configuration = configuration;
        this.base = data.privateFolder("server");
        this.logs = data.resolve("logs");
        this.environment = environment;
    }

    /** Address of the application. */
    public URI uri() {
        String host = configuration.httpHost().equals("0.0.0.0") ? "localhost" : configuration.httpHost();
        return URI.create("http://" + host + ":" + configuration.httpPort());
    }

    /** Port of the management interface, on the loopback address. */
    public int managementPort() {
        return configuration.managementPort();
    }

    /** The environment of the server's process, secrets included. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Puts an application in place for the next {@link #start}, or for the running server to pick up. */
    void deploy(Path ear) {
        Path deployments = base.resolve("deployments");
        try {
            Files.createDirectories(deployments);
            clearMarkers(deployments);
            Path incoming = deployments.resolve(DEPLOYMENT + ".incoming");
            Files.copy(ear, incoming, StandardCopyOption.REPLACE_EXISTING);
            Files.move(incoming, deployments.resolve(DEPLOYMENT), StandardCopyOption.ATOMIC_MOVE);
            Files.createFile(deployments.resolve(DEPLOYMENT + ".dodeploy"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the server without an application at its next start. */
    void undeploy() {
        Path deployments = base.resolve("deployments");
        try {
            clearMarkers(deployments);
            Files.deleteIfExists(deployments.resolve(DEPLOYMENT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean hasApplication() {
        return Files.exists(base.resolve("deployments/" + DEPLOYMENT));
    }

    /** Whether the application serves requests; a failed deployment is reported with its cause. */
    private boolean isDeployed() {
        Path deployments = base.resolve("deployments");
        Path failed = deployments.resolve(DEPLOYMENT + ".failed");
        if (Files.exists(failed)) {
            throw new StartFailure("The application was not deployed: " + DeploymentFailure.cause(failed)
                    + " (whole story in " + log() + ")");
        }
        return Files.exists(deployments.resolve(DEPLOYMENT + ".deployed"));
    }

    private static void clearMarkers(Path deployments) throws IOException {
        if (Files.notExists(deployments)) {
            return;
        }
        try (Stream<Path> files = Files.list(deployments)) {
            for (Path marker : files.filter(
                            file -> file.getFileName().toString().startsWith(DEPLOYMENT + "."))
                    .toList()) {
                Files.deleteIfExists(marker);
            }
        }
    }

    @Override
    String fileName() {
        return "wildfly";
    }

    @Override
    ProcessHandle startProcess() throws IOException {
        Path home = installation.serverHome();
        copyConfiguration(home.resolve("standalone/configuration"), base.resolve("configuration"));
        Files.createDirectories(base.resolve("deployments"));
        if (hasApplication()) {
            clearMarkers(base.resolve("deployments"));
            Files.createFile(base.resolve("deployments/" + DEPLOYMENT + ".dodeploy"));
        }
        return Child.start(command(home), environment, log(), "").toHandle();
    }

    private List<String> command(Path home) {
        List<String> command = new ArrayList<>();
        Collections.addAll(
                command,
                Child.java(),
                "-D[Standalone]",
                "-Xms256m",
                "-Xmx" + configuration.serverMemory(),
                "-XX:MetaspaceSize=192m",
                "-XX:+UseParallelGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.net.preferIPv4Stack=true",
                "-Djava.awt.headless=true",
                "-Djboss.modules.system.pkgs=org.jboss.byteman",
                "-Djdk.serialFilter=maxbytes=10485760;maxdepth=128;maxarray=100000;maxrefs=300000");
        command.addAll(MODULE_OPTIONS);
        String more = environment.getOrDefault("STRATA_SERVER_OPTIONS", "");
        if (!more.isBlank()) {
            Collections.addAll(command, more.strip().split("\\s+"));
        }
        Collections.addAll(
                command,
                "-Dorg.jboss.boot.log.file=" + logs.resolve("server.log"),
                "-Dlogging.configuration="
                        + base.resolve("configuration/logging.properties").toUri(),
                "-jar",
                home.resolve("jboss-modules.jar").toString(),
                "-mp",
                home.resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + home,
                "-Djboss.server.base.dir=" + base,
                "-Djboss.server.log.dir=" + logs,
                "--read-only-server-config=standalone-strata.xml");
        return command;
    }

    private static void copyConfiguration(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** The management interface answers, and the application, if there is one, is deployed. */
    @Override
    boolean isReady() {
        return isListening() && (!hasApplication() || isDeployed());
    }

    private boolean isListening() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(Configuration.LOOPBACK, configuration.managementPort()), 1000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
