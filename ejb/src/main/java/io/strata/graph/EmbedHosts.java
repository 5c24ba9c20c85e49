package io.strata.graph;

import io.strata.settings.Setting;
import io.strata.settings.Settings;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;

/** The hosts whose pages may be shown within ours, as operators have set. */
final class EmbedHosts {

    private static final String BELOW = "*.";

    private EmbedHosts() {}

    /** Whether a page may be embedded now: it comes over TLS from one of the hosts. */
    static boolean allow(String url) {
        return allow(url, Settings.get(Setting.EMBED_HOSTS));
    }

    static boolean allow(String url, String hosts) {
        URI address = URI.create(url);
        if (!"https".equalsIgnoreCase(address.getScheme()) || address.getHost() == null) {
            return false;
        }
        String host = address.getHost().toLowerCase(Locale.ROOT);
        return Arrays.stream(hosts.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .filter(allowed -> !allowed.isEmpty())
                .anyMatch(allowed -> allowed.startsWith(BELOW)
                        ? host.endsWith(allowed.substring(1)) && host.length() > allowed.length() - 1
                        : host.equals(allowed));
    }
}
