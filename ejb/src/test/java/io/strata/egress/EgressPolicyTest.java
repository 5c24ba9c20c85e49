package io.strata.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EgressPolicyTest {

    private final EgressPolicy strict = new EgressPolicy("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "168.63.129.16",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:7f00:1",
                "::ffff:169.254.169.254",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::a00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refusesEveryAddressThatIsNotPublic(String address) throws UnknownHostException {
        assertThat(strict.allows(address, InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001::1",
                "::ffff:8.8.8.8"
            })
    void allowsPublicAddresses(String address) throws UnknownHostException {
        assertThat(strict.allows(address, InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "2130706433",
                "127.1",
                "127.0.1",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "0",
                "[::]"
            })
    void seesThroughSpellingsOfTheOwnMachine(String host) {
        assertThatExceptionOfType(EgressRefusedException.class)
                .isThrownBy(() -> new CheckedResolver(strict).resolve(host))
                .withMessageContaining("STRATA_EGRESS_ALLOW");
    }

    @Test
    void handsOutTheVeryAddressesThatWereChecked() throws UnknownHostException {
        assertThat(new CheckedResolver(strict).resolve("8.8.8.8"))
                .containsExactly(InetAddress.getByAddress(new byte[] {8, 8, 8, 8}));
    }

    @Test
    void allowsExceptionsByNameAddressAndRange() throws UnknownHostException {
        EgressPolicy policy = new EgressPolicy(" chat.intern ,10.1.0.0/16,, 192.168.7.7, fd00::/8");

        assertThat(policy.allows("chat.intern", InetAddress.getByName("172.16.0.9")))
                .isTrue();
        assertThat(policy.allows("CHAT.intern.", InetAddress.getByName("172.16.0.9")))
                .isTrue();
        assertThat(policy.allows("x", InetAddress.getByName("10.1.255.255"))).isTrue();
        assertThat(policy.allows("x", InetAddress.getByName("192.168.7.7"))).isTrue();
        assertThat(policy.allows("x", InetAddress.getByName("fd12::1"))).isTrue();

        assertThat(policy.allows("evil.chat.intern", InetAddress.getByName("172.16.0.9")))
                .isFalse();
        assertThat(policy.allows("x", InetAddress.getByName("10.2.0.0"))).isFalse();
        assertThat(policy.allows("x", InetAddress.getByName("192.168.7.8"))).isFalse();
        assertThat(policy.allows("x", InetAddress.getByName("fe80::1"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/x", "10.0.0.0/-1", "fd00::/129", "chat.intern/8", "1.2.3.4.5"})
    void refusesMalformedExceptions(String exception) {
        assertThatIllegalArgumentException().isThrownBy(() -> new EgressPolicy(exception));
    }
}
