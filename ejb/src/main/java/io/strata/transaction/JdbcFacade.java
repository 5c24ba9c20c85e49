package io.strata.transaction;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/**
 * Lets a small plain class stand for a large JDBC interface. Narayana speaks JDBC to a commit-markable resource, but
 * uses a handful of methods out of some two hundred; whatever the class does not have answers "not supported".
 */
final class JdbcFacade {

    private JdbcFacade() {}

    /** An object of a JDBC interface whose calls go to the methods of the same name and parameters of a target. */
    static <T> T of(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(
                JdbcFacade.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> call(target, method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return method.invoke(target, arguments);
        }
        try {
            Method own = target.getClass().getMethod(method.getName(), method.getParameterTypes());
            own.setAccessible(true);
            return own.invoke(target, arguments);
        } catch (NoSuchMethodException e) {
            throw new SQLFeatureNotSupportedException(method.toString(), e);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException failure ? new SQLException(failure) : e.getCause();
        }
    }
}
