package io.strata.egress;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of IP addresses of one family, in CIDR notation.
 *
 * @param base an address inside the range; IPv4-mapped IPv6 addresses count as IPv4
 * @param prefix how many leading bits are fixed
 */
record AddressRange(InetAddress base, int prefix) {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|\\[?[0-9a-fA-F:.]*:[0-9a-fA-F:.]*]?");

    AddressRange {
        if (prefix < 0 || prefix > base.getAddress().length * 8) {
            throw new IllegalArgumentException("/" + prefix + " does not fit " + base.getHostAddress());
        }
    }

    /** Whether text is an IP address or a range, and not a name. */
    static boolean isLiteral(String text) {
        int slash = text.indexOf('/');
        return LITERAL.matcher(slash < 0 ? text : text.substring(0, slash)).matches();
    }

    /**
     * Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address. Never asks a name server.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        if (!LITERAL.matcher(address).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is neither an address nor a range");
        }
        try {
            InetAddress base = InetAddress.getByName(address);
            int bits = base.getAddress().length * 8;
            return new AddressRange(base, slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1)));
        } catch (UnknownHostException | NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is neither an address nor a range", e);
        }
    }

    boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        byte[] own = base.getAddress();
        if (other.length != own.length) {
            return false;
        }
        int free = own.length * 8 - prefix;
        return new BigInteger(1, own).shiftRight(free).equals(new BigInteger(1, other).shiftRight(free));
    }
}
