package io.strata.accounts;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a request comes from.
 *
 * @param userAgent what the browser or program says about itself; shortened to 300 characters
 * @param address of the network; empty when it is not known
 */
public record Device(String userAgent, String address) {

    private static final int MAXIMUM_USER_AGENT = 300;

    /** The first that occurs decides, so what others claim to be comes after them. */
    private static final Map<String, String> PROGRAMS = ordered(
            "Edg/", "Edge",
            "OPR/", "Opera",
            "Firefox/", "Firefox",
            "Chrome/", "Chrome",
            "Safari/", "Safari",
            "curl/", "curl",
            "Java-http-client", "Java");

    private static final Map<String, String> SYSTEMS = ordered(
            "Android", "Android",
            "iPhone", "iPhone",
            "iPad", "iPad",
            "Windows", "Windows",
            "Mac OS X", "macOS",
            "Linux", "Linux");

    public Device {
        String said = userAgent == null ? "" : userAgent.replaceAll("\\p{Cntrl}", " ");
        userAgent = said.substring(0, Math.min(said.length(), MAXIMUM_USER_AGENT));
        address = address == null ? "" : address;
    }

    /** The program and its system in words: {@code Firefox on Linux}; empty when neither is known. */
    public String name() {
        String program = find(PROGRAMS);
        String system = find(SYSTEMS);
        if (program.isEmpty() || system.isEmpty()) {
            return program + system;
        }
        return program + " on " + system;
    }

    /**
     * The network that failures are counted by: the address itself, or the first half of an IPv6 address, because a
     * single subscriber has all of the other.
     */
    public String network() {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = java.net.InetAddress.getByName(address).getAddress();
            return bytes.length == 4 ? address : java.util.HexFormat.of().formatHex(bytes, 0, 8);
        } catch (java.net.UnknownHostException e) {
            return address;
        }
    }

    private String find(Map<String, String> words) {
        return words.entrySet().stream()
                .filter(word -> userAgent.contains(word.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... keysAndValues) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }
}
