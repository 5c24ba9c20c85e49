package io.strata.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.strata.common.ProblemType;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;

class StoreFailureTest {

    @Test
    void recognisesAGraphThatIsAwayHoweverDeepTheCauseLies() {
        Throwable failure = new RuntimeException(new IllegalStateException(new ServiceUnavailableException("gone")));

        assertThat(StoreFailure.classify(failure)).contains(ProblemType.GRAPH_UNAVAILABLE);
    }

    @Test
    void recognisesADatabaseThatShutsDown() {
        Throwable failure = new RuntimeException(new SQLException("terminating connection", "57P01"));

        assertThat(StoreFailure.classify(failure)).contains(ProblemType.DATABASE_UNAVAILABLE);
    }

    @Test
    void takesAMistakeOfOursForNoOutage() {
        assertThat(StoreFailure.classify(new SQLException("syntax error", "42601")))
                .isEmpty();
        assertThat(StoreFailure.classify(new ClientException("Neo.ClientError.Statement.SyntaxError", "no")))
                .isEmpty();
    }
}
