package io.strata.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names for the HTTP client and hands out checked addresses only. The client connects to exactly what it gets
 * here, so a name that answers differently the second time gains nothing. One address of a name that is refused refuses
 * the name: an honest one has no reason to mix.
 */
final class CheckedResolver implements DnsResolver {

    private final EgressPolicy policy;

    CheckedResolver(EgressPolicy policy) {
        this.policy = policy;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = InetAddress.getAllByName(host);
        if (!Arrays.stream(addresses).allMatch(address -> policy.allows(host, address))) {
            throw new EgressRefusedException(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
