package io.strata.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurableXAResourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"57P01", "57P02", "08006", "08001", "53300"})
    void letsRecoveryRetryACommitWhenTheDatabaseIsAway(String state) {
        assertThat(commitCode(XAException.XAER_RMERR, state, false)).isEqualTo(XAException.XAER_RMFAIL);
    }

    @Test
    void letsRecoveryRetryARollbackWhenTheDatabaseIsAway() {
        XAResource resource = failing(XAException.XAER_RMERR, "08006");
        XAException failure = catchThrowableOfType(XAException.class, () -> resource.rollback(null));
        assertThat(failure.errorCode).isEqualTo(XAException.XAER_RMFAIL);
        assertThat(failure).hasRootCauseInstanceOf(SQLException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {XAException.XAER_RMERR, XAException.XAER_RMFAIL})
    void tellsThatACommitInOnePhaseFailedAndLeavesNothingToRecovery(int code) {
        assertThat(commitCode(code, "57P01", true)).isEqualTo(XAException.XAER_RMERR);
    }

    @Test
    void leavesAnErrorOfAReachableDatabaseAlone() {
        assertThat(commitCode(XAException.XAER_RMERR, "55000", false)).isEqualTo(XAException.XAER_RMERR);
    }

    @Test
    void leavesAnUnknownBranchAlone() {
        assertThat(commitCode(XAException.XAER_NOTA, "42704", false)).isEqualTo(XAException.XAER_NOTA);
    }

    private static int commitCode(int code, String sqlState, boolean onePhase) {
        XAResource resource = failing(code, sqlState);
        return catchThrowableOfType(XAException.class, () -> resource.commit(null, onePhase)).errorCode;
    }

    private static XAResource failing(int code, String sqlState) {
        XAResource driver = (XAResource) Proxy.newProxyInstance(
                DurableXAResourceTest.class.getClassLoader(),
                new Class<?>[] {XAResource.class},
                (proxy, method, arguments) -> {
                    XAException failure = new XAException(code);
                    failure.initCause(new SQLException("from the driver", sqlState));
                    throw failure;
                });
        return new DurableXAResource(driver);
    }
}
