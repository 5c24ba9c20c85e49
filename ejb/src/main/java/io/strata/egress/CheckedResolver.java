package io.strata.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names for the HTTP client and hands out checked addresses only. The client connects to exactly what it gets
 * here, so a name that answers differently the second time gains nothing. One address of a name that is refused refuses
 * the name: an honest one has no reason to mix.
 *
 * <p>Numbers that are no address in its usual form (octal, hexadecimal, fewer than four) are refused: programs do not agree
 * on what they mean, and nobody writes them for an honest reason.
 */
final class CheckedResolver implements DnsResolver {

    private static final Pattern NUMBERS = Pattern.compile("(?i)(0x[0-9a-f]*|[0-9]+)(\\.(0x[0-9a-f]*|[0-9]+))*\\.*");
    private static final Pattern ADDRESS = Pattern.compile("(0|[1-9][0-9]{0,2})(\\.(0|[1-9][0-9]{0,2})){3}");

    private final EgressPolicy policy;
    private final DnsResolver names;

    CheckedResolver(EgressPolicy policy) {
        this(policy, SystemDefaultDnsResolver.INSTANCE);
    }

    CheckedResolver(EgressPolicy policy, DnsResolver names) {
        this.policy = policy;
        this.names = names;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (NUMBERS.matcher(host).matches() && !ADDRESS.matcher(host).matches()) {
            throw new EgressRefusedException(host);
        }
        InetAddress[] addresses = names.resolve(host);
        if (addresses.length == 0 || !Arrays.stream(addresses).allMatch(address -> policy.allows(host, address))) {
            throw new EgressRefusedException(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
