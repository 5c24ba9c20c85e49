package io.strata.crash;

import io.strata.launcher.TestStrata;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jboss.byteman.agent.Main;
import org.jboss.byteman.agent.submit.ScriptText;
import org.jboss.byteman.agent.submit.Submit;

/** Kills at a given step of the server's work, by rules that are handed to an agent in the server's process. */
final class Trap {

    /**
     * A postmaster's children outlive it for a moment; {@code kill -9} of the machine would not let them. All victims die
     * by one command: the thread that calls it in the server may be interrupted before it could call a second one.
     */
    private static final String KILL = """
            doomed=
            for victim in "$@"; do
              if [ "$victim" = server ]; then
                doomed="$doomed $PPID"
              else
                pid=$(head -n 1 "$victim")
                doomed="$doomed $pid $(pgrep -P $pid)"
              fi
            done
            kill -9 $doomed
            """;

    /** Lets rules know whether the transaction of a thread changes the graph. */
    private static final String FOLLOW_TRANSACTIONS = """
            RULE the transaction changes the graph
            CLASS com.arjuna.ats.internal.jta.resources.arjunacore.CommitMarkableResourceRecord
            METHOD topLevelPrepare()
            AT ENTRY
            IF TRUE
            DO flag("graph " + Thread.currentThread().getId())
            ENDRULE

            RULE the transaction begins to end
            CLASS com.arjuna.ats.arjuna.coordinator.BasicAction
            METHOD End
            AT ENTRY
            IF TRUE
            DO clear("graph " + Thread.currentThread().getId())
            ENDRULE
            """;

    private final int port;
    private final AtomicInteger number = new AtomicInteger();
    private volatile Path current;

    Trap() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The option that puts the agent into the server's JVM. */
    String serverOption() {
        Path agent = Path.of(
                Main.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        return "-javaagent:" + agent + "=listener:true,address:127.0.0.1,port:" + port + ",boot:" + agent;
    }

    /** Sets the trap: whoever comes to the step first kills the victims. Waits for the server's agent if need be. */
    void set(TestStrata strata, Step step, Set<Victim> victims) {
        Awaitility.await("the agent in the server").ignoreExceptions().until(this::isListening);
        clear();
        String name = step.title() + ", number " + number.incrementAndGet();
        Path armed = armed(strata);
        submit(FOLLOW_TRANSACTIONS + "\n" + step.rule(name, armed, action(strata, victims)), name);
    }

    /** Takes all traps away. */
    void clear() {
        try {
            if (current != null) {
                Files.deleteIfExists(current);
            }
            if (!submit().getAllScripts().isEmpty()) {
                submit().deleteAllRules();
            }
        } catch (Exception e) {
            throw new IllegalStateException("the agent does not answer", e);
        }
    }

    private void submit(String rules, String name) {
        try {
            String answer = submit().addScripts(List.of(new ScriptText(name, rules)));
            if (answer.contains("Exception")) {
                throw new IllegalArgumentException(answer);
            }
        } catch (Exception e) {
            throw new IllegalStateException("the agent refuses the rule \"" + name + "\"", e);
        }
    }

    private Submit submit() {
        return new Submit("127.0.0.1", port, new PrintStream(PrintStream.nullOutputStream()));
    }

    private boolean isListening() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        }
    }

    /** The server alone is halted at the very step; with others it dies by the same command as they. */
    private static String action(TestStrata strata, Set<Victim> victims) {
        if (victims.equals(Set.of(Victim.SERVER))) {
            return "killJVM()";
        }
        String doomed = victims.stream()
                .map(victim -> victim == Victim.SERVER
                        ? "server"
                        : strata.folder().resolve(victim.processFile()).toString())
                .collect(Collectors.joining(" "));
        return "Runtime.getRuntime().exec(\"sh " + script(strata) + ' ' + doomed + "\").waitFor()";
    }

    private Path armed(TestStrata strata) {
        try {
            current = Files.createFile(strata.folder().resolve("trap-" + number.get()));
            return current;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path script(TestStrata strata) {
        Path script = strata.folder().resolve("kill.sh");
        try {
            return Files.writeString(script, KILL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
