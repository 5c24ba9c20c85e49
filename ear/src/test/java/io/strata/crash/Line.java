package io.strata.crash;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The line between the server and a store: a TCP proxy that can be cut, slow or frozen. */
final class Line implements AutoCloseable {

    /** How the line is. */
    enum Condition {
        OPEN,
        /** Every packet is late. */
        SLOW,
        /** Nothing passes, and nobody is told. */
        FROZEN
    }

    private static final int BUFFER = 16_384;
    private static final long DELAY_MILLIS = 100;

    private final ServerSocket entry;
    private final int target;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile Condition condition = Condition.OPEN;

    /**
     * Opens a line.
     *
     * @param target the port of the store on this machine
     */
    Line(int target) {
        this.target = target;
        try {
            entry = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start("line to " + target, this::accept);
    }

    /** The port that the server is told. */
    int port() {
        return entry.getLocalPort();
    }

    void become(Condition next) {
        condition = next;
    }

    /** Breaks every connection; new ones can be made. */
    void cut() {
        sockets.forEach(Line::close);
    }

    private void accept() {
        while (!entry.isClosed()) {
            try {
                Socket near = entry.accept();
                sockets.add(near);
                start("connection to " + target, () -> connect(near));
            } catch (IOException e) {
                // closed: the loop ends
            }
        }
    }

    private void connect(Socket near) {
        try {
            Socket far = new Socket("127.0.0.1", target);
            sockets.add(far);
            near.setTcpNoDelay(true);
            far.setTcpNoDelay(true);
            start("answers of " + target, () -> pass(far, near));
            pass(near, far);
        } catch (IOException e) {
            forget(near);
        }
    }

    private void pass(Socket from, Socket to) {
        byte[] buffer = new byte[BUFFER];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                hold(from);
                out.write(buffer, 0, length);
            }
        } catch (IOException e) {
            // cut, or one of the ends has gone
        } finally {
            forget(from);
            forget(to);
        }
    }

    private void hold(Socket from) {
        if (condition == Condition.SLOW) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(DELAY_MILLIS));
        }
        while (condition == Condition.FROZEN && !from.isClosed()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }

    private void forget(Socket socket) {
        sockets.remove(socket);
        close(socket);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void start(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            entry.close();
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
