package io.strata.accounts;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strata.common.ProblemException;
import io.strata.common.Validation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"ada", "Ada", " ada ", "a1", "ada.lovelace-2_x"})
    void takesAHandle(String handle) {
        assertThatCode(() -> AccountRules.handle(new Validation(), handle).done())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "a", "-a", "a-", "a b", "a@b", "ä1", "a/b", "system", "System"})
    void refusesWhatIsNoHandle(String handle) {
        assertThatThrownBy(() -> AccountRules.handle(new Validation(), handle).done())
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "ada@example.com", "ada+strata@mail.example.co.uk", "ada@intranet"})
    void takesAnAddressOrNone(String email) {
        assertThatCode(() -> AccountRules.email(new Validation(), email).done()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada",
                "@example.com",
                "ada@",
                "ada@-x",
                "a b@example.com",
                "a@b@c",
                "<ada@example.com>",
                "a,b@c.de",
                "ada@example.com\nBcc: x@y.z"
            })
    void refusesWhatIsNoAddress(String email) {
        assertThatThrownBy(() -> AccountRules.email(new Validation(), email).done())
                .isInstanceOf(ProblemException.class);
    }
}
