package io.strata.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.strata.common.UuidV7;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSealTest {

    private static final byte[] SECRET = "very secret".getBytes(StandardCharsets.UTF_8);

    private final UUID owner = UuidV7.next();

    @Test
    void opensWhatItSealed() {
        SecretSeal seal = seal(1);
        assertThat(seal.unseal(owner, seal.seal(owner, SECRET))).isEqualTo(SECRET);
    }

    @Test
    void neverSealsTheSameWayTwice() {
        SecretSeal seal = seal(1);
        assertThat(seal.seal(owner, SECRET)).isNotEqualTo(seal.seal(owner, SECRET));
    }

    @Test
    void staysClosedForAnotherOwnerKeyOrContent() {
        SecretSeal seal = seal(1);
        byte[] sealed = seal.seal(owner, SECRET);
        byte[] touched = sealed.clone();
        touched[touched.length - 1] ^= 1;

        assertThatIllegalStateException().isThrownBy(() -> seal.unseal(UuidV7.next(), sealed));
        assertThatIllegalStateException().isThrownBy(() -> seal(2).unseal(owner, sealed));
        assertThatIllegalStateException().isThrownBy(() -> seal.unseal(owner, touched));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "c2hvcnQ="})
    void namesTheSettingWhenTheMasterKeyIsWrong(String key) {
        assertThatIllegalStateException()
                .isThrownBy(() -> new SecretSeal().open(key))
                .withMessageContaining("STRATA_ENCRYPTION_KEY");
    }

    private static SecretSeal seal(int fill) {
        byte[] key = new byte[32];
        key[0] = (byte) fill;
        SecretSeal seal = new SecretSeal();
        seal.open(Base64.getEncoder().encodeToString(key));
        return seal;
    }
}
