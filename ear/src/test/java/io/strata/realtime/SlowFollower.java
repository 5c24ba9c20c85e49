package io.strata.realtime;

import io.strata.testing.Api;
import io.strata.testing.World;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Somebody who subscribes over WebSocket and then reads nothing for a long time: the protocol by hand (RFC 6455). */
final class SlowFollower implements AutoCloseable {

    private static final int TEXT = 0x81;
    private static final int CLOSE = 8;

    private final Socket socket = new Socket();
    private final DataInputStream in;

    SlowFollower(World world, Api api, String subscription) throws IOException {
        URI server = world.strata().server().uri();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
        OutputStream out = socket.getOutputStream();
        String key = Base64.getEncoder().encodeToString(new byte[16]);
        out.write(("GET /ws/events HTTP/1.1\r\nHost: " + server.getAuthority()
                        + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                        + key + "\r\nAuthorization: Bearer " + api.token() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        in = new DataInputStream(socket.getInputStream());
        String head = "";
        while (!head.endsWith("\r\n\r\n")) {
            head += (char) in.readUnsignedByte();
        }
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new IOException(head);
        }
        // long enough for a length of two bytes
        byte[] text = (subscription + " ".repeat(126)).getBytes(StandardCharsets.UTF_8);
        // masked with zeros, which changes nothing
        out.write(
                new byte[] {(byte) TEXT, (byte) (0x80 | 126), (byte) (text.length >> 8), (byte) text.length, 0, 0, 0, 0
                });
        out.write(text);
        out.flush();
    }

    /** Reads whatever has come meanwhile, up to the close frame, and answers with its code. */
    int readToTheEnd() throws IOException {
        while (true) {
            int first = in.readUnsignedByte();
            long length = in.readUnsignedByte() & 0x7f;
            if (length == 126) {
                length = in.readUnsignedShort();
            } else if (length == 127) {
                length = in.readLong();
            }
            byte[] content = in.readNBytes(Math.toIntExact(length));
            if ((first & 0x0f) == CLOSE) {
                return (content[0] & 0xff) << 8 | content[1] & 0xff;
            }
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
