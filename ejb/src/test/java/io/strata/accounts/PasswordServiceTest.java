package io.strata.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.strata.common.ProblemException;
import io.strata.common.ProblemType;
import io.strata.mail.MailQueue;
import org.junit.jupiter.api.Test;

class PasswordServiceTest {

    @Test
    void saysThatItSendsNoLinksWhereNoMailServerIsSet() {
        PasswordService service = new PasswordService();
        service.mail = new MailQueue();

        assertThat(service.sendsLinks()).isFalse();
        assertThatThrownBy(() -> service.requestReset("ada", new Device("", "")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(ProblemType.CONFLICT))
                .hasMessageContaining("administrator");
    }
}
