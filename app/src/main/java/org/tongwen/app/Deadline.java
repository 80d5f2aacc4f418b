package org.tongwen.app;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The time that a command has. Work runs in a thread of its own, which is abandoned when the time is over: it only computes, so
 * nothing that it still does reaches the user.
 */
final class Deadline {

    private final Optional<Duration> time;
    private final long start = System.nanoTime();

    private Deadline(Optional<Duration> time) {
        this.time = time;
    }

    /** From now on. */
    static Deadline in(Optional<Duration> time) {
        return new Deadline(time);
    }

    /**
     * Does the work.
     *
     * @throws StopException when the time is over
     */
    <T> T call(Callable<T> work) {
        if (time.isPresent() && left(time.get()) == 0) {
            throw over();
        }
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "tongwen-work");
        thread.setDaemon(true);
        thread.start();
        try {
            return time.isPresent() ? task.get(left(time.get()), TimeUnit.NANOSECONDS) : task.get();
        } catch (TimeoutException e) {
            task.cancel(true);
            throw over();
        } catch (ExecutionException e) {
            throw rethrown(Objects.requireNonNull(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StopException.refused("interrupted");
        }
    }

    private StopException over() {
        return StopException.timedOut("timed out after " + Timeout.shown(time.orElseThrow()));
    }

    private long left(Duration whole) {
        return Math.max(0, whole.toNanos() - (System.nanoTime() - start));
    }

    private static RuntimeException rethrown(Throwable cause) {
        if (cause instanceof RuntimeException exception) {
            return exception;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return new IllegalStateException(cause);
    }
}
