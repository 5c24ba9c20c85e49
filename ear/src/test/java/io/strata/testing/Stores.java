package io.strata.testing;

import io.strata.launcher.PostgreSqlRoles;
import io.strata.launcher.TestStrata;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;
import org.neo4j.driver.Record;

/** The stores as the server's own roles see them, so that a test can look and plant behind the server's back. */
public final class Stores implements AutoCloseable {

    private final TestStrata strata;
    private final Driver neo4j;

    Stores(TestStrata strata) {
        this.strata = strata;
        this.neo4j = GraphDatabase.driver(
                strata.neo4j().uri(),
                AuthTokens.basic(strata.neo4j().user(), strata.neo4j().password()));
    }

    /** A connection with the role that the server has, on behalf of the system: row-level security hides nothing. */
    public Connection connect() throws SQLException {
        return connect("00000000-0000-0000-0000-000000000000");
    }

    /** As {@link #connect()}, on behalf of an actor; on behalf of nobody when the id is empty. */
    public Connection connect(String actorId) throws SQLException {
        Connection connection = connectAsServer();
        try (PreparedStatement actor = prepare(connection, "select set_config('app.actor_id', ?, false)", actorId)) {
            actor.execute();
        }
        return connection;
    }

    /** As {@link #connect(String)}, with a token that limits the actor. */
    public Connection connect(String actorId, UUID tokenId) throws SQLException {
        Connection connection = connect(actorId);
        try (PreparedStatement token =
                prepare(connection, "select set_config('app.token_id', ?, false)", tokenId.toString())) {
            token.execute();
        }
        return connection;
    }

    private Connection connectAsServer() throws SQLException {
        PostgreSqlRoles roles = strata.postgresql().roles();
        return DriverManager.getConnection(
                strata.postgresql().jdbcUrl(), roles.applicationUser(), roles.applicationPassword());
    }

    /** A connection with the role that owns the schema. */
    public Connection connectAsOwner() throws SQLException {
        PostgreSqlRoles roles = strata.postgresql().roles();
        return DriverManager.getConnection(strata.postgresql().jdbcUrl(), roles.migrateUser(), roles.migratePassword());
    }

    /** Changes rows. */
    public int sql(String statement, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement prepared = prepare(connection, statement, parameters)) {
            return prepared.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number that a query answers with. */
    public long number(String query, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement prepared = prepare(connection, query, parameters);
                ResultSet rows = prepared.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The number that a query answers with on behalf of an actor, with what row-level security shows them. */
    public long numberFor(UUID actor, String query, Object... parameters) {
        try (Connection connection = connect(actor.toString());
                PreparedStatement prepared = prepare(connection, query, parameters);
                ResultSet rows = prepared.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows that a query answers with, each a map of columns. */
    public List<Map<String, Object>> rows(String query, Object... parameters) {
        try (Connection connection = connect();
                PreparedStatement prepared = prepare(connection, query, parameters);
                ResultSet found = prepared.executeQuery()) {
            List<Map<String, Object>> rows = new ArrayList<>();
            while (found.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    row.put(found.getMetaData().getColumnLabel(i), found.getObject(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Asks or changes the graph. */
    public List<Record> cypher(String statement, Map<String, Object> parameters) {
        try (var session = neo4j.session()) {
            return session.run(statement, parameters).list();
        }
    }

    /** The number that a graph query answers with. */
    public long graphNumber(String query, Map<String, Object> parameters) {
        return cypher(query, parameters).get(0).get(0).asLong();
    }

    /** A person who is signed in for a day: the rows that signing up and signing in would write, without their cost. */
    void addPerson(Person person) {
        sql(
                "insert into actor (id, kind, handle, display_name, administrator, active, created_at)"
                        + " values (?, 'user', ?, ?, false, true, now())",
                person.id(),
                person.handle(),
                person.handle());
        UUID signIn = UUID.randomUUID();
        sql(
                "insert into sign_in (id, actor_id, user_agent, address, started_at, last_used_at, ends_at)"
                        + " values (?, ?, '', '', now(), now(), now() + interval '1 day')",
                signIn,
                person.id());
        sql(
                "insert into access_token (id, sign_in_id, token_hash, expires_at)"
                        + " values (?, ?, ?, now() + interval '1 day')",
                UUID.randomUUID(),
                signIn,
                sha256(person.token()));
    }

    void addMember(UUID workspace, Person person, String role) {
        sql("insert into membership (workspace_id, actor_id, role) values (?, ?, ?)", workspace, person.id(), role);
    }

    private static PreparedStatement prepare(Connection connection, String statement, Object... parameters)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < parameters.length; i++) {
            prepared.setObject(i + 1, parameters[i]);
        }
        return prepared;
    }

    private static byte[] sha256(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        neo4j.close();
    }
}
