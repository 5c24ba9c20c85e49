package io.strata.operations;

import io.strata.settings.Dependency;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** PostgreSQL, reached the way the services reach it. */
@ApplicationScoped
class DatabaseDependency implements Dependency {

    @Resource(lookup = "java:jboss/datasources/Strata")
    DataSource database;

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void check() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.setQueryTimeout(2);
            statement.execute("select 1");
        }
    }
}
