package io.strata.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tries to turn the server on its own network (server-side request forgery). Somebody listens on the own machine, on all
 * its addresses; whatever the destination is called, nobody gets there. {@code PORT} stands for the port.
 */
class EgressDefenceTest {

    private final List<String> visits = new CopyOnWriteArrayList<>();
    private final EgressClient client = new EgressClient();
    private HttpServer inside;

    @BeforeEach
    void listenInside() throws IOException {
        inside = HttpServer.create(new InetSocketAddress(0), 0);
        inside.createContext("/", exchange -> {
            visits.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        inside.start();
    }

    @AfterEach
    void stop() {
        client.close();
        inside.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // the own machine, as it is usually called
                "http://127.0.0.1:PORT/",
                "http://127.0.0.2:PORT/",
                "http://127.255.255.254:PORT/",
                "http://localhost:PORT/",
                "http://LOCALHOST:PORT/",
                "http://localhost.:PORT/",
                "http://0.0.0.0:PORT/",
                "http://[::1]:PORT/",
                "http://[::]:PORT/",
                "http://[0:0:0:0:0:0:0:1]:PORT/",
                "http://[0000:0000:0000:0000:0000:0000:0000:0001]:PORT/",
                // decimal, octal, hexadecimal, short and mixed forms
                "http://2130706433:PORT/",
                "http://017700000001:PORT/",
                "http://0x7f000001:PORT/",
                "http://0X7F000001:PORT/",
                "http://0x7f.0.0.1:PORT/",
                "http://0x7f.0x0.0x0.0x1:PORT/",
                "http://0177.0.0.1:PORT/",
                "http://0177.0000.0000.0001:PORT/",
                "http://00000177.0.0.1:PORT/",
                "http://127.0x0.0.01:PORT/",
                "http://127.1:PORT/",
                "http://127.0.1:PORT/",
                "http://0:PORT/",
                "http://00.00.00.00:PORT/",
                "http://4294967297:PORT/",
                "http://127.0.0.1.:PORT/",
                "http://127.0.0.1..:PORT/",
                "http://3232235777/",
                "http://0xc0a80101/",
                "http://0300.0250.01.01/",
                "http://2852039166/latest/meta-data/",
                "http://0xa9fea9fe/latest/meta-data/",
                "http://0251.0376.0251.0376/latest/meta-data/",
                "http://169.254.43518/latest/meta-data/",
                // IPv4 inside IPv6
                "http://[::ffff:127.0.0.1]:PORT/",
                "http://[::ffff:7f00:1]:PORT/",
                "http://[0:0:0:0:0:ffff:127.0.0.1]:PORT/",
                "http://[::127.0.0.1]:PORT/",
                "http://[::ffff:0:127.0.0.1]:PORT/",
                "http://[::ffff:169.254.169.254]/latest/meta-data/",
                "http://[::ffff:a9fe:a9fe]/latest/meta-data/",
                "http://[64:ff9b::7f00:1]:PORT/",
                "http://[64:ff9b::169.254.169.254]/latest/meta-data/",
                "http://[2002:7f00:1::]:PORT/",
                "http://[2001:0:7f00:1::]:PORT/",
                // metadata services and other special ranges
                "http://169.254.169.254/latest/meta-data/",
                "http://169.254.169.254:80/computeMetadata/v1/",
                "http://169.254.170.2/v2/credentials",
                "http://168.63.129.16/machine",
                "http://100.100.100.200/latest/meta-data/",
                "http://[fd00:ec2::254]/latest/meta-data/",
                "http://[fe80::a9fe:a9fe]/latest/meta-data/",
                "http://10.0.0.1/",
                "http://172.16.0.1/",
                "http://192.168.0.1/",
                "http://192.0.0.192/",
                "http://198.18.0.1/",
                "http://224.0.0.1/",
                "http://255.255.255.255/",
                "http://[fc00::1]/",
                "http://[ff02::1]/",
                // zone ids
                "http://[fe80::1%25lo]:PORT/",
                "http://[::1%25lo]:PORT/",
                "http://[::1%25eth0]:PORT/",
                "http://[fe80::1%25%65th0]:PORT/",
                // users in front of the host, other schemes, no host, other letters
                "http://example.com@127.0.0.1:PORT/",
                "http://example.com:80@127.0.0.1:PORT/",
                "http://127.0.0.1:PORT@localhost:PORT/",
                "http://example.com%00@127.0.0.1:PORT/",
                "http://example.com%23@localhost:PORT/",
                "http://example.com\\@127.0.0.1:PORT/",
                "http://127.0.0.1:PORT\\@example.com/",
                "http:///127.0.0.1:PORT/",
                "http:127.0.0.1:PORT/",
                "//127.0.0.1:PORT/",
                "file:///etc/passwd",
                "ftp://127.0.0.1:PORT/",
                "gopher://127.0.0.1:PORT/_POST",
                "jar:http://127.0.0.1:PORT/a.jar!/",
                "http://\u24db\u24de\u24d2\u24d0\u24db\u24d7\u24de\u24e2\u24e3:PORT/",
                "http://\u2460\u2461\u2466.0.0.1:PORT/",
                "http://127\u30020\u30020\u30021:PORT/",
                "http://loc%61lhost:PORT/",
                "http://127.0.0.1%2f@example.com:PORT/"
            })
    void reachesNobodyInside(String destination) {
        client.open("", Duration.ofSeconds(5));

        assertThatThrownBy(() -> client.post(address(destination), Map.of(), new byte[0]))
                .as(destination)
                .isInstanceOfAny(
                        EgressRefusedException.class, UnknownHostException.class, IllegalArgumentException.class);
        assertThat(visits).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.31.0.1",
                "192.168.7.7",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "::1",
                "::ffff:127.0.0.1",
                "fd00::1",
                "fe80::1",
                "64:ff9b::a00:1"
            })
    void reachesNobodyThroughANameThatMeansAPrivateAddress(String meaning) {
        client.open("", Duration.ofSeconds(5), answering(queue(List.of(meaning))));

        assertThatThrownBy(() -> client.post(address("http://innocent.example:PORT/"), Map.of(), new byte[0]))
                .isInstanceOf(EgressRefusedException.class);
        assertThat(visits).isEmpty();
    }

    @Test
    void refusesANameThatMeansAPublicAndAPrivateAddress() {
        client.open("", Duration.ofSeconds(5), answering(queue(List.of("8.8.8.8", "127.0.0.1"))));

        assertThatThrownBy(() -> client.post(address("http://mixed.example:PORT/"), Map.of(), new byte[0]))
                .isInstanceOf(EgressRefusedException.class);
        assertThat(visits).isEmpty();
    }

    @Test
    void isNotFooledByANameThatChangesItsMeaning() throws IOException {
        client.open("", Duration.ofSeconds(5), answering(queue(List.of("8.8.8.8"), List.of("127.0.0.1"))));

        client.check(address("http://rebinding.example:PORT/"));

        assertThatThrownBy(() -> client.post(address("http://rebinding.example:PORT/"), Map.of(), new byte[0]))
                .isInstanceOf(EgressRefusedException.class);
        assertThat(visits).isEmpty();
    }

    /** Had the client asked again between checking and connecting, the second answer would lead it elsewhere. */
    @Test
    void asksForANameOnceForEachConnection() throws IOException {
        Queue<List<String>> answers = queue(List.of("127.0.0.1"), List.of("127.0.0.2"));
        client.open("rebinding.example", Duration.ofSeconds(5), answering(answers));

        client.post(address("http://rebinding.example:PORT/"), Map.of(), new byte[0]);

        assertThat(visits).hasSize(1);
        assertThat(answers).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:PORT/",
                "http://[::1]:PORT/",
                "http://localhost:PORT/",
                "//127.0.0.2:PORT/",
                "/inside",
                "http://169.254.169.254/latest/meta-data/",
                "file:///etc/passwd"
            })
    void followsNobodyWhoPointsInside(String location) throws IOException {
        HttpServer outside = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        outside.createContext("/", exchange -> {
            if (exchange.getRequestURI().getPath().equals("/inside")) {
                visits.add("/inside");
            }
            exchange.getResponseHeaders().add("Location", address(location).toString());
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        outside.start();
        try {
            client.open("127.0.0.1", Duration.ofSeconds(5));

            URI start = URI.create("http://127.0.0.1:" + outside.getAddress().getPort() + "/");
            assertThat(client.post(start, Map.of(), new byte[0]).status()).isEqualTo(307);
            assertThat(visits).isEmpty();
        } finally {
            outside.stop(0);
        }
    }

    private URI address(String text) {
        return URI.create(
                text.replace("PORT", Integer.toString(inside.getAddress().getPort())));
    }

    private static Queue<List<String>> queue(List<String> first) {
        return new ArrayDeque<>(List.of(first));
    }

    private static Queue<List<String>> queue(List<String> first, List<String> second) {
        return new ArrayDeque<>(List.of(first, second));
    }

    /** A name server that gives one answer after the other, and the last one for ever. */
    private static DnsResolver answering(Queue<List<String>> answers) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                List<String> answer = answers.size() > 1 ? answers.remove() : answers.element();
                InetAddress[] addresses = new InetAddress[answer.size()];
                for (int i = 0; i < addresses.length; i++) {
                    addresses[i] = InetAddress.getByName(answer.get(i));
                }
                return addresses;
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }
}
