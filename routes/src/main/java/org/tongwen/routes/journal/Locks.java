package org.tongwen.routes.journal;

import java.sql.SQLException;

/** Locks with numbers, which of all processes on a store one has at a time. Whoever dies loses his. */
interface Locks extends AutoCloseable {

    /** Where there is no other process. */
    Locks ALONE = new Locks() {

        @Override
        public boolean tryTake(int number) {
            return true;
        }

        @Override
        public void giveBack(int number) {}

        @Override
        public void close() {}
    };

    /** Takes one that this process does not have, unless another process has it. */
    boolean tryTake(int number) throws SQLException;

    /** Gives one back. When that fails, the store takes all back that this process has. */
    void giveBack(int number);

    @Override
    void close();
}
