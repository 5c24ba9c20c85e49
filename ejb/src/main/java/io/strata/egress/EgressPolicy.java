package io.strata.egress;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says which addresses the server may call for somebody else. Public unicast addresses are allowed; everything that the
 * IANA special-purpose registries (RFC 6890) reserve is not: private networks, loopback, link-local with the metadata
 * services of cloud providers, multicast, and IPv6 forms that carry an IPv4 address inside. An operator allows
 * exceptions by name, address or range.
 */
final class EgressPolicy {

    private static final List<AddressRange> RESERVED = ranges(
            // IPv4: this network, private, carrier NAT, loopback, link-local, private, protocol assignments,
            // documentation, 6to4 relays, private, benchmarks, documentation, documentation, multicast, reserved
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // a metadata service outside link-local
            "168.63.129.16/32",
            // IPv6 inside global unicast: Teredo and protocol assignments, documentation, 6to4, documentation
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    // Outside it lie loopback, unspecified, mapped and translated IPv4, unique local, link-local and multicast.
    private static final AddressRange GLOBAL_IPV6 = AddressRange.parse("2000::/3");

    private final Set<String> allowedNames = new HashSet<>();
    private final List<AddressRange> allowedRanges = new ArrayList<>();

    /**
     * Creates a policy.
     *
     * @param exceptions names, addresses and ranges, separated by commas; may be empty
     * @throws IllegalArgumentException when one is malformed
     */
    EgressPolicy(String exceptions) {
        for (String exception : exceptions.split(",")) {
            String entry = exception.trim();
            if (entry.isEmpty()) {
                continue;
            }
            if (AddressRange.isLiteral(entry)) {
                allowedRanges.add(AddressRange.parse(entry));
            } else if (entry.indexOf('/') >= 0) {
                throw new IllegalArgumentException("\"" + entry + "\" is neither a name nor a range");
            } else {
                allowedNames.add(canonical(entry));
            }
        }
    }

    /** Whether a connection to an address may be made for the sake of a name. */
    boolean allows(String name, InetAddress address) {
        return allowedNames.contains(canonical(name))
                || allowedRanges.stream().anyMatch(range -> range.contains(address))
                || isPublic(address);
    }

    private static boolean isPublic(InetAddress address) {
        boolean unicast = address instanceof Inet4Address || GLOBAL_IPV6.contains(address);
        return unicast && RESERVED.stream().noneMatch(range -> range.contains(address));
    }

    private static String canonical(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    private static List<AddressRange> ranges(String... texts) {
        return Stream.of(texts).map(AddressRange::parse).toList();
    }
}
