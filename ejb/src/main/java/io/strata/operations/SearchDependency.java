package io.strata.operations;

import io.strata.settings.Dependency;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Full-text search: the parts of PostgreSQL that it is made of answer as they should. */
@ApplicationScoped
class SearchDependency implements Dependency {

    private static final String MATCHES = "select to_tsvector('english', 'layered graphs') @@ "
            + "websearch_to_tsquery('english', 'graph') and exists (select 1 from pg_extension where extname = 'pg_trgm')";

    @Resource(lookup = "java:jboss/datasources/Strata")
    DataSource database;

    @Override
    public String name() {
        return "search";
    }

    @Override
    public void check() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(2);
            try (ResultSet result = statement.executeQuery(MATCHES)) {
                result.next();
                if (!result.getBoolean(1)) {
                    throw new SQLException("full-text search or the extension pg_trgm is missing");
                }
            }
        }
    }
}
