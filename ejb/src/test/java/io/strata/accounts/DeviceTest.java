package io.strata.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0 | Firefox on Linux",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36 Edg/142.0 | Edge on Windows",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1 Version/19.0 Safari/605.1 | Safari on macOS",
                "Mozilla/5.0 (Linux; Android 16) AppleWebKit/537.36 Chrome/142.0 Mobile Safari/537.36 | Chrome on Android",
                "curl/8.5.0 | curl",
                "made-up | ''"
            })
    void tellsProgramAndSystem(String userAgent, String name) {
        assertThat(new Device(userAgent, "127.0.0.1").name()).isEqualTo(name);
    }

    @Test
    void keepsWhatItIsToldHarmless() {
        Device device = new Device("a\u0000b\n" + "x".repeat(1000), null);

        assertThat(device.userAgent()).startsWith("a b ").hasSize(300);
        assertThat(device.address()).isEmpty();
        assertThat(new Device(null, null).name()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:db8:1:2::9, 20010db800010002",
        "::ffff:192.0.2.7, ::ffff:192.0.2.7",
        "'', ''"
    })
    void countsFailuresByAddressOrByTheNetworkOfASubscriber(String address, String network) {
        assertThat(new Device("", address).network()).isEqualTo(network);
    }
}
