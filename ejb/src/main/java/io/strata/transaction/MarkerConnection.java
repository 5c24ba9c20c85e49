package io.strata.transaction;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Answers the three statements that Narayana's commit-markable resource uses, as Cypher: insert the marker of a branch
 * (in that branch's own transaction), select the markers of transaction managers, delete markers. Reached through
 * {@link JdbcFacade}.
 */
final class MarkerConnection {

    private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

    private MarkerConnection() {}

    /** What both kinds of connection share: there is no JDBC transaction to speak of. */
    abstract static class Base {

        public void setAutoCommit(boolean autoCommit) {
            // each statement is its own transaction, or the branch's
        }

        public void commit() {
            // likewise
        }

        public void rollback() {
            // likewise
        }

        public void close() {
            // holds nothing
        }
    }

    /** Within a branch: takes the insert. */
    static final class OfBranch extends Base {

        private final GraphBranch branch;

        OfBranch(GraphBranch branch) {
            this.branch = branch;
        }

        public PreparedStatement prepareStatement(String sql) throws SQLException {
            require(sql, "insert into ");
            return JdbcFacade.of(PreparedStatement.class, new Insert());
        }

        /** Insert of xid, transaction manager and action. */
        private final class Insert {
            private byte[] xid;
            private String manager;
            private byte[] action;

            public void setBytes(int index, byte[] value) {
                if (index == 1) {
                    xid = value;
                } else {
                    action = value;
                }
            }

            public void setString(int index, String value) {
                manager = value;
            }

            public int executeUpdate() {
                branch.mark(BranchMarker.of(xid, manager, action));
                return 1;
            }

            public void close() {
                // holds nothing
            }
        }
    }

    /** For recovery: takes the select and the delete. */
    static final class OfRecovery extends Base {

        private final GraphMarkers markers;

        OfRecovery(GraphMarkers markers) {
            this.markers = markers;
        }

        public Statement createStatement() {
            return JdbcFacade.of(Statement.class, new Select());
        }

        public PreparedStatement prepareStatement(String sql) throws SQLException {
            require(sql, "delete from ");
            return JdbcFacade.of(PreparedStatement.class, new Delete());
        }

        /** Select of the markers of the transaction managers that the statement itself names. */
        private final class Select {

            public ResultSet executeQuery(String sql) throws SQLException {
                require(sql, "select xid,actionuid from ");
                List<String> managers = QUOTED.matcher(sql)
                        .results()
                        .map((MatchResult quoted) -> quoted.group(1))
                        .toList();
                return JdbcFacade.of(
                        ResultSet.class, new Rows(markers.ofManagers(managers).iterator()));
            }

            public void close() {
                // holds nothing
            }
        }

        /** Delete of any number of markers. */
        private final class Delete {
            private final List<String> xids = new ArrayList<>();

            public void setBytes(int index, byte[] value) {
                xids.add(HexFormat.of().formatHex(value));
            }

            public int executeUpdate() {
                markers.delete(xids);
                return xids.size();
            }

            public void close() {
                // holds nothing
            }
        }
    }

    /** The rows of the select. */
    private static final class Rows {
        private final Iterator<GraphMarkers.Marker> markers;
        private GraphMarkers.Marker current;

        Rows(Iterator<GraphMarkers.Marker> markers) {
            this.markers = markers;
        }

        public boolean next() {
            boolean more = markers.hasNext();
            current = more ? markers.next() : null;
            return more;
        }

        public byte[] getBytes(int column) {
            return HexFormat.of().parseHex(column == 1 ? current.xid() : current.action());
        }

        public void close() {
            // holds nothing
        }
    }

    private static void require(String sql, String beginning) throws SQLException {
        if (!sql.toLowerCase(Locale.ROOT).startsWith(beginning)) {
            throw new SQLFeatureNotSupportedException(sql);
        }
    }
}
