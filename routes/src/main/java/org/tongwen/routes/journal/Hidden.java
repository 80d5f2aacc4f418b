package org.tongwen.routes.journal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** A method of H2 that is not public. Another version of H2 that lacks it is found out when the journal is opened. */
final class Hidden {

    private final Method method;

    private Hidden(Method method) {
        this.method = method;
    }

    /**
     * Finds it.
     *
     * @throws IllegalStateException when there is none
     */
    static Hidden of(Class<?> type, String name, Class<?>... parameters) {
        try {
            Method method = type.getDeclaredMethod(name, parameters);
            method.setAccessible(true);
            return new Hidden(method);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("this version of H2 has no " + type.getSimpleName() + "." + name, e);
        }
    }

    /** Calls it; what it throws is thrown. */
    Object call(Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
