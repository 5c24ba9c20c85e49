package io.strata.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import org.junit.jupiter.api.Test;

class SignUpServiceTest {

    @Test
    void isOffUnlessAnOperatorSwitchesItOn() {
        SignUpService service = new SignUpService();
        SignUp ada = new SignUp("ada", "Ada", "ada@example.com", "a good passphrase");

        assertThat(service.isOn()).isFalse();
        assertThatThrownBy(() -> service.signUp(ada, new Device("", "")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.FORBIDDEN));
    }
}
