package org.tongwen.mappings.plan;

import java.util.concurrent.TimeUnit;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.trans.UncheckedXPathException;
import net.sf.saxon.trans.XPathException;
import org.jspecify.annotations.Nullable;

/**
 * How much work one formula may do. An XPath expression of forty characters can count to ten thousand million, or double a text fifty
 * times; nothing in Saxon stops it. So every compiled formula is {@linkplain Metered metered}: each value that passes from one part of it
 * to the next is one step, long texts count more, and at the end of its steps or of its time the formula fails like any other that fails.
 * Threads need not be watched or stopped for that, and what a formula may do does not depend on how busy the machine is, but for the
 * clock, which is there for single steps that are long.
 */
final class Budget {

    /** Enough for every field of a document of several megabytes. */
    static final int STEPS = 1_000_000;

    private static final long NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final int CHARACTERS_PER_STEP = 64;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int STEPS_BETWEEN_LOOKS = 32;

    private static final ThreadLocal<@Nullable Budget> CURRENT = new ThreadLocal<>();

    /** Something that a formula does. */
    interface Work<T> {
        T run() throws SaxonApiException;
    }

    private final long start = System.nanoTime();
    private long left;
    private int looks;

    private Budget(long steps) {
        this.left = steps;
    }

    /** Does work with so many steps on this thread. */
    static <T> T with(int steps, Work<T> work) throws SaxonApiException {
        CURRENT.set(new Budget(steps));
        try {
            return work.run();
        } finally {
            CURRENT.remove();
        }
    }

    /**
     * Takes one step.
     *
     * @throws UncheckedXPathException when none is left
     */
    static void step() {
        Budget budget = CURRENT.get();
        if (budget != null) {
            budget.take(1);
        }
    }

    /**
     * Takes the steps that a text of so many characters is worth.
     *
     * @throws UncheckedXPathException when they are not left, or the text is too long
     */
    static void text(long characters) {
        Budget budget = CURRENT.get();
        if (budget != null) {
            if (characters > LONGEST_TEXT) {
                throw spent("it makes a text of more than " + LONGEST_TEXT + " characters");
            }
            budget.take(1 + characters / CHARACTERS_PER_STEP);
        }
    }

    private void take(long steps) {
        left -= steps;
        if (left < 0) {
            throw spent("it takes too many steps, or never ends");
        }
        if (++looks >= STEPS_BETWEEN_LOOKS) {
            looks = 0;
            if (System.nanoTime() - start > NANOS) {
                throw spent("it takes too long");
            }
        }
    }

    private static UncheckedXPathException spent(String reason) {
        return new UncheckedXPathException(new Spent(reason));
    }

    /** Whether a failure, or what caused it, is that of a budget. */
    static boolean isSpent(@Nullable Throwable failure) {
        return failure != null && (failure instanceof Spent || isSpent(failure.getCause()));
    }

    /** The end of a budget. */
    private static final class Spent extends XPathException {

        private static final long serialVersionUID = 1;

        Spent(String reason) {
            super(reason);
        }
    }
}
