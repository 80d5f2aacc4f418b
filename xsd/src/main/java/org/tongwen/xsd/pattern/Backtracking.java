package org.tongwen.xsd.pattern;

/** Leaves an expression that is too large for an automaton to {@code java.util.regex}, with a limit on its steps. */
record Backtracking(java.util.regex.Pattern expression) implements Recogniser {

    Backtracking(Expression expression) {
        this(java.util.regex.Pattern.compile(expression.regex()));
    }

    @Override
    public Pattern.Match match(String text) {
        try {
            return expression.matcher(new CountedText(text)).matches() ? Pattern.Match.YES : Pattern.Match.NO;
        } catch (CountedText.TooManyLooksException | StackOverflowError e) {
            return Pattern.Match.GIVEN_UP;
        }
    }
}
