package io.strata.egress;

import io.strata.access.Open;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Calls addresses that people typed in, see the package. It follows no redirect, keeps no cookie, uses no proxy, tries
 * once, and gives up for good after {@value #SECONDS} seconds, however slowly the other side drips.
 *
 * <p>Apache HttpClient because it lets the caller choose the address of a connection and still checks the certificate
 * against the name, which the JDK's client does not.
 */
@ApplicationScoped
public class EgressClient {

    private static final int SECONDS = 10;
    private static final int EXCERPT_BYTES = 2048;
    private static final int CONNECTIONS = 64;

    private CloseableHttpClient client;
    private CheckedResolver resolver;
    private Duration deadline;

    /** Opens the connection pool, with the exceptions that {@link Setting#EGRESS_ALLOW} names. */
    @PostConstruct
    void open() {
        open(Settings.get(Setting.EGRESS_ALLOW), Duration.ofSeconds(SECONDS));
    }

    void open(String exceptions, Duration timeout) {
        open(exceptions, timeout, SystemDefaultDnsResolver.INSTANCE);
    }

    void open(String exceptions, Duration timeout, DnsResolver names) {
        resolver = new CheckedResolver(new EgressPolicy(exceptions), names);
        deadline = timeout;
        Timeout limit = Timeout.of(timeout);
        client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS / 4)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(limit)
                                .setSocketTimeout(limit)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(limit)
                        .setResponseTimeout(limit)
                        .setRedirectsEnabled(false)
                        .build())
                .setUserAgent("Strata")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    @PreDestroy
    void close() {
        client.close(CloseMode.GRACEFUL);
    }

    /**
     * Asks early whether a destination would be refused, so that a person hears of it while typing. Names that do not
     * resolve now may do so later and pass.
     *
     * @throws EgressRefusedException when it would be refused
     */
    @Open("reads nothing but the name system")
    public void check(URI destination) throws EgressRefusedException {
        requireWebAddress(destination);
        try {
            resolver.resolve(destination.getHost());
        } catch (EgressRefusedException e) {
            throw e;
        } catch (UnknownHostException e) {
            // not known yet: the call itself will say so
        }
    }

    /**
     * Posts a body. Never call it inside a transaction: it may take {@value #SECONDS} seconds.
     *
     * @throws EgressRefusedException when the destination lies where the server must not call
     * @throws IOException when there was no answer
     */
    @Open("the caller decides who may send what")
    public EgressResponse post(URI destination, Map<String, String> headers, byte[] body) throws IOException {
        requireWebAddress(destination);
        HttpPost request = new HttpPost(destination);
        headers.forEach(request::setHeader);
        request.setEntity(new ByteArrayEntity(body, null));
        CompletableFuture<Void> timer =
                new CompletableFuture<Void>().orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS);
        timer.whenComplete((done, late) -> {
            if (late != null) {
                request.cancel();
            }
        });
        try (ClassicHttpResponse response = client.executeOpen(HttpHost.create(destination), request, null)) {
            return new EgressResponse(response.getCode(), excerpt(response));
        } catch (IOException e) {
            if (timer.isCompletedExceptionally()) {
                throw new SocketTimeoutException("no complete answer within " + deadline.toSeconds() + " s");
            }
            throw e;
        } finally {
            timer.complete(null);
        }
    }

    /** What has no host, another scheme, or a user in front of its host, is read differently by different programs. */
    private static void requireWebAddress(URI destination) throws EgressRefusedException {
        String scheme = destination.getScheme();
        boolean web = "http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme);
        if (!web || destination.getHost() == null || destination.getRawUserInfo() != null) {
            throw new EgressRefusedException(String.valueOf(destination.getHost()));
        }
    }

    private static String excerpt(ClassicHttpResponse response) throws IOException {
        if (response.getEntity() == null) {
            return "";
        }
        InputStream content = response.getEntity().getContent();
        return content == null ? "" : new String(content.readNBytes(EXCERPT_BYTES), StandardCharsets.UTF_8);
    }
}
