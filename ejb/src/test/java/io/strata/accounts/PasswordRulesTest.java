package io.strata.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.strata.common.ProblemException;
import io.strata.common.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"correct horse battery", "пароль-из-слов", "0a9s8d7f6g5h", "        a b c d"})
    void takesWhatIsLong(String password) {
        assertThat(problem(password)).isNull();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "short",
                "nine char",
                "Password123",
                "1q2w3e4r5t",
                "aaaaaaaaaaaa",
                "ADA lovelace",
                "my ada's word"
            })
    void refusesWhatIsEasilyGuessed(String password) {
        assertThat(problem(password).details())
                .singleElement()
                .extracting(ProblemException.FieldProblem::field)
                .isEqualTo("password");
    }

    @Test
    void boundsWhatHasToBeHashed() {
        assertThat(problem("long enough".repeat(100)).getMessage()).contains("1024");
    }

    private static ProblemException problem(String password) {
        Validation validation = PasswordRules.check(new Validation(), "password", password, "Ada");
        return catchThrowableOfType(ProblemException.class, validation::done);
    }
}
