package io.strata.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of the test vectors in appendix B of RFC 6238. */
    private final Totp totp = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** The vectors have eight digits; six are the last six of them. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void agreesWithTheRfc(long seconds, String eightDigits) {
        assertThat(totp.step(eightDigits.substring(2), Instant.ofEpochSecond(seconds)))
                .hasValue(seconds / 30);
    }

    @Test
    void toleratesOneStepInEitherDirection() {
        String code = "287082"; // of step 1

        assertThat(totp.step(code, Instant.ofEpochSecond(0))).hasValue(1);
        assertThat(totp.step(code, Instant.ofEpochSecond(89))).hasValue(1);
        assertThat(totp.step(code, Instant.ofEpochSecond(90))).isEmpty();
    }

    @Test
    void refusesEverythingElse() {
        assertThat(totp.step("287083", Instant.ofEpochSecond(59))).isEmpty();
        assertThat(totp.step("87082", Instant.ofEpochSecond(59))).isEmpty();
        assertThat(totp.step("", Instant.ofEpochSecond(59))).isEmpty();
    }

    @Test
    void tellsAuthenticatorsWhatTheyNeed() {
        assertThat(totp.text()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(totp.uri("ada"))
                .isEqualTo("otpauth://totp/Strata:ada?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Strata"
                        + "&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void makesSecretsOfTheLengthThatTheRfcWants() {
        assertThat(Totp.generate().secret())
                .hasSize(20)
                .isNotEqualTo(Totp.generate().secret());
    }
}
