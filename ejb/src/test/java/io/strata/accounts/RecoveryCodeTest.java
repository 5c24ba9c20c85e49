package io.strata.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.common.UuidV7;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RecoveryCodeTest {

    @Test
    void canBeReadAndTyped() {
        assertThat(Stream.generate(RecoveryCode::generate).limit(1000))
                .allMatch(code -> code.matches("(?:[a-hj-km-np-z2-9]{4}-){3}[a-hj-km-np-z2-9]{4}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void isTheSameHoweverItIsWritten() {
        UUID actor = UuidV7.next();

        assertThat(RecoveryCode.hash(actor, "ABCD efgh-jkmn pqrs"))
                .isEqualTo(RecoveryCode.hash(actor, "abcd-efgh-jkmn-pqrs"))
                .isNotEqualTo(RecoveryCode.hash(UuidV7.next(), "abcd-efgh-jkmn-pqrs"));
    }
}
