package io.strata.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class TransactionNumberTest {

    private static final byte[] GLOBAL = ByteBuffer.allocate(36)
            .putLong(0)
            .putLong(0xffff7f000001L)
            .putInt(-0x283a8a49)
            .putInt(0x6b01b9b4)
            .putInt(0x381c)
            .put("strata-1".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
            .array();

    @Test
    void isSpelledLikeTheLogDoes() {
        assertThat(TransactionNumber.of(GLOBAL, 0)).isEqualTo("0:ffff7f000001:-283a8a49:6b01b9b4:381c");
    }

    @Test
    void isFoundInTheNameOfAPreparedTransaction() {
        String name = "131077_" + Base64.getEncoder().encodeToString(GLOBAL) + "_AAA=";

        assertThat(TransactionNumber.ofPostgresqlName(name)).isEqualTo("0:ffff7f000001:-283a8a49:6b01b9b4:381c");
    }

    @Test
    void isFoundInTheNameOfAPreparedTransactionOfTheBroker() {
        byte[] name = ByteBuffer.allocate(36 + 36 + 4)
                .put(new byte[36])
                .put(GLOBAL)
                .putInt(131077)
                .array();

        assertThat(TransactionNumber.ofBrokerName(Base64.getEncoder().encodeToString(name), 8))
                .isEqualTo("0:ffff7f000001:-283a8a49:6b01b9b4:381c");
    }

    @Test
    void keepsANameThatIsNotOurs() {
        assertThat(TransactionNumber.ofPostgresqlName("by-hand")).isEqualTo("by-hand");
    }
}
