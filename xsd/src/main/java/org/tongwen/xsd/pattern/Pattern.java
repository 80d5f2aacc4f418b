package org.tongwen.xsd.pattern;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of XML Schema. It always speaks of the whole value: {@code ^} and {@code $} are ordinary characters. Values are
 * compared by an automaton that is made when first needed, in one step a character; a pattern may be shared by threads.
 */
public final class Pattern {

    private final String source;
    private final Expression expression;

    /** Made when first needed; two threads may both make it, to the same effect. */
    private @Nullable Recogniser recogniser;

    private Pattern(String source, Expression expression) {
        this.source = source;
        this.expression = expression;
    }

    /**
     * Reads a pattern of XML Schema.
     *
     * @throws IllegalArgumentException when it is no valid expression
     */
    public static Pattern of(String source) {
        return new Pattern(source, ExpressionParser.parse(source));
    }

    /** What came of comparing a value with a pattern. */
    public enum Match {
        /** The whole value matches. */
        YES,
        /** It does not. */
        NO,
        /** The pattern is too large for an automaton and runs through the value in so many ways that the comparison was given up. */
        GIVEN_UP
    }

    /** The expression as the schema writes it. */
    public String source() {
        return source;
    }

    /** Whether the whole value matches. */
    public boolean matches(String value) {
        return match(value) == Match.YES;
    }

    /** Compares the whole value, in a number of steps that is limited by its length. */
    public Match match(String value) {
        return recogniser().match(value);
    }

    /**
     * A value that matches, drawn at random, of characters that XML can carry and plain ones where there is a choice.
     *
     * @param minLength least length in characters (code points)
     * @param maxLength greatest length in characters
     * @return empty when the pattern has no such value, or is too large for an automaton
     */
    public Optional<String> sample(RandomGenerator random, int minLength, int maxLength) {
        return recogniser() instanceof Automaton automaton
                ? new AutomatonWalk(automaton).draw(random, minLength, maxLength)
                : Optional.empty();
    }

    /** Whether a value may match both this pattern and another. No is certain; yes may only mean that one of them is too large to tell. */
    public boolean meets(Pattern other) {
        return !(recogniser() instanceof Automaton mine)
                || !(other.recogniser() instanceof Automaton theirs)
                || CommonText.exists(mine, theirs);
    }

    private Recogniser recogniser() {
        Recogniser known = recogniser;
        if (known == null) {
            Optional<Automaton> automaton = AutomatonBuilder.build(expression);
            known = automaton.isPresent() ? automaton.get() : new Backtracking(expression);
            recogniser = known;
        }
        return known;
    }

    /** Two patterns are the same when the schema writes them the same. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Pattern pattern && pattern.source.equals(source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
