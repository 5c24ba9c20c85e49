package io.strata.postgresql;

import java.sql.SQLException;
import java.util.List;
import javax.transaction.xa.XAException;
import javax.transaction.xa.XAResource;
import javax.transaction.xa.Xid;

/**
 * An XA resource that turns {@code XAER_RMERR} into {@code XAER_RMFAIL} where the cause is a lost database and the
 * branch is prepared: in the commit of two phases and in the rollback.
 *
 * <p>For a commit in one phase it is the other way round: without a prepared branch nothing can be tried again, and
 * Narayana would keep a heuristic outcome in its log for ever. There is no other participant that could disagree, so the
 * caller is told that it failed, as with any database whose answer to a commit is lost.
 */
final class DurableXAResource implements XAResource {

    /** SQLSTATE classes of a database that is away: connection, resources, shut down by the operator. */
    private static final List<String> DATABASE_AWAY = List.of("08", "53", "57P");

    private final XAResource resource;

    DurableXAResource(XAResource resource) {
        this.resource = resource;
    }

    @Override
    public void commit(Xid xid, boolean onePhase) throws XAException {
        try {
            resource.commit(xid, onePhase);
        } catch (XAException e) {
            throw onePhase ? failed(e) : retryable(e);
        }
    }

    @Override
    public void rollback(Xid xid) throws XAException {
        try {
            resource.rollback(xid);
        } catch (XAException e) {
            throw retryable(e);
        }
    }

    private static XAException retryable(XAException failure) {
        return failure.errorCode == XAException.XAER_RMERR && isDatabaseAway(failure)
                ? as(XAException.XAER_RMFAIL, failure)
                : failure;
    }

    private static XAException failed(XAException failure) {
        return failure.errorCode == XAException.XAER_RMFAIL ? as(XAException.XAER_RMERR, failure) : failure;
    }

    private static XAException as(int code, XAException failure) {
        XAException other = new XAException(code);
        other.initCause(failure);
        return other;
    }

    private static boolean isDatabaseAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e && e.getSQLState() != null) {
                return DATABASE_AWAY.stream().anyMatch(e.getSQLState()::startsWith);
            }
        }
        return false;
    }

    @Override
    public int prepare(Xid xid) throws XAException {
        return resource.prepare(xid);
    }

    @Override
    public void start(Xid xid, int flags) throws XAException {
        resource.start(xid, flags);
    }

    @Override
    public void end(Xid xid, int flags) throws XAException {
        resource.end(xid, flags);
    }

    @Override
    public void forget(Xid xid) throws XAException {
        resource.forget(xid);
    }

    @Override
    public Xid[] recover(int flag) throws XAException {
        return resource.recover(flag);
    }

    @Override
    public boolean isSameRM(XAResource other) throws XAException {
        return resource.isSameRM(other instanceof DurableXAResource durable ? durable.resource : other);
    }

    @Override
    public int getTransactionTimeout() throws XAException {
        return resource.getTransactionTimeout();
    }

    @Override
    public boolean setTransactionTimeout(int seconds) throws XAException {
        return resource.setTransactionTimeout(seconds);
    }
}
