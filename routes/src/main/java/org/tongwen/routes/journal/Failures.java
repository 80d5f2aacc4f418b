package org.tongwen.routes.journal;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.util.Set;

/** What failures of databases mean. */
final class Failures {

    /** No connection, no resources, shut down by an operator, errors of the system, errors inside. */
    private static final Set<String> AWAY = Set.of("08", "53", "57", "58", "XX");

    /** Rolled back because of another transaction. */
    private static final String CONFLICT = "40";

    private static final String UNIQUE = "23505";

    private Failures() {}

    /** Whether everything fails just now, not this one statement. */
    static boolean isAway(SQLException e) {
        String state = state(e);
        return state.length() >= 2 && AWAY.contains(state.substring(0, 2));
    }

    /** Whether another process came first; what was tried may do well the second time. */
    static boolean isConflict(SQLException e) {
        String state = state(e);
        return state.startsWith(CONFLICT) || state.equals(UNIQUE);
    }

    /** The code alone: texts of databases quote values; ours do not. */
    static String words(Throwable e) {
        if (e instanceof SQLException failure) {
            return "SQL state " + state(failure) + ", code " + failure.getErrorCode();
        }
        return e instanceof JournalException ours ? ours.words() : e.getClass().getSimpleName();
    }

    private static String state(SQLException e) {
        SQLException next =
                e instanceof BatchUpdateException && e.getNextException() != null ? e.getNextException() : e;
        String state = next.getSQLState();
        return state == null ? "" : state;
    }
}
