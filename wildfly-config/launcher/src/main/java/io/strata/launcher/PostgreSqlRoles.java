package io.strata.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The two roles of the database: one that owns the schema and migrates it, and one for the server, which may only do
 * what a migration has granted to it.
 */
public record PostgreSqlRoles(
        String database,
        String superuserPassword,
        String migrateUser,
        String migratePassword,
        String applicationUser,
        String applicationPassword) {

    /** Makes the database and the roles as they should be; does nothing where they are. */
    void provision(String maintenanceUrl, String databaseUrl) throws SQLException {
        try (Connection connection = superuser(maintenanceUrl)) {
            provisionRole(connection, migrateUser, migratePassword);
            provisionRole(connection, applicationUser, applicationPassword);
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", database)) {
                execute(connection, "SELECT format('CREATE DATABASE %I OWNER %I', ?, ?)", database, migrateUser);
            }
        }
        try (Connection connection = superuser(databaseUrl);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm");
            statement.execute("CREATE EXTENSION IF NOT EXISTS unaccent");
            statement.execute("CREATE EXTENSION IF NOT EXISTS btree_gist");
            statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
            execute(connection, "SELECT format('REVOKE ALL ON DATABASE %I FROM PUBLIC', ?)", database);
            execute(connection, "SELECT format('GRANT CONNECT ON DATABASE %I TO %I', ?, ?)", database, applicationUser);
            execute(connection, "SELECT format('ALTER SCHEMA public OWNER TO %I', ?)", migrateUser);
            execute(connection, "SELECT format('GRANT USAGE ON SCHEMA public TO %I', ?)", applicationUser);
        }
    }

    private Connection superuser(String url) throws SQLException {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        return database.getConnection("postgres", superuserPassword);
    }

    private static void provisionRole(Connection connection, String role, String password) throws SQLException {
        if (!exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role)) {
            execute(connection, "SELECT format('CREATE ROLE %I LOGIN', ?)", role);
        }
        execute(connection, "SELECT format('ALTER ROLE %I PASSWORD %L', ?, ?)", role, password);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** Names and passwords cannot be parameters of these statements: PostgreSQL quotes them itself, then runs them. */
    private static void execute(Connection connection, String template, String... values) throws SQLException {
        try (PreparedStatement format = connection.prepareStatement(template);
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < values.length; i++) {
                format.setString(i + 1, values[i]);
            }
            try (ResultSet rows = format.executeQuery()) {
                rows.next();
                statement.execute(rows.getString(1));
            }
        }
    }
}
