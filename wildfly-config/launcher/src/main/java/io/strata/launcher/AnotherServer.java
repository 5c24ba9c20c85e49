package io.strata.launcher;

import java.util.HashMap;
import java.util.Map;

/**
 * One more server over the stores of a throw-away Strata: with ports, a folder, queues and a name of its own, as in a
 * cluster whose servers share no broker.
 */
public final class AnotherServer implements AutoCloseable {

    private final DataDirectory data;
    private final OrphanGuard guard;
    private final ApplicationServer server;

    private AnotherServer(Installation installation, Configuration configuration, Map<String, String> first) {
        Map<String, String> environment = new HashMap<>(first);
        environment.put("STRATA_NODE_ID", "strata-2");
        environment.put("STRATA_HTTP_PORT", Integer.toString(configuration.httpPort()));
        environment.put("STRATA_MANAGEMENT_PORT", Integer.toString(configuration.managementPort()));
        environment.put("STRATA_DATA_DIR", configuration.dataDirectory().toString());
        this.data = DataDirectory.open(configuration.dataDirectory());
        this.guard = OrphanGuard.over(data.resolve("run"));
        this.server = new ApplicationServer(installation, configuration, data, environment);
    }

    /** Starts it with the application, and returns when that serves requests. */
    static AnotherServer start(Map<String, String> first) {
        Installation installation = Installation.current();
        AnotherServer another = new AnotherServer(installation, Configuration.throwAway(false), first);
        try {
            another.server.deploy(installation.ear());
            another.server.start();
            return another;
        } catch (RuntimeException e) {
            another.close();
            throw e;
        }
    }

    /** The server. */
    public ApplicationServer server() {
        return server;
    }

    /** Stops it and deletes its folder. */
    @Override
    public void close() {
        server.retire();
        guard.close();
        data.close();
        data.delete();
    }
}
