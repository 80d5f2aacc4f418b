package org.tongwen.xsd.pattern;

/**
 * An expression as a table: a row for each state, a column for each kind of character, and one step for each character of a text. It
 * never changes once made.
 */
final class Automaton implements Recogniser {

    /** Stands where no state follows. */
    static final int NONE = -1;

    private final Alphabet alphabet;
    private final int[] ascii;
    private final int width;
    /** Holds for each state and column where the row of the next state begins; a row's last cell is 1 where a text may end. */
    private final int[] cells;

    /**
     * Copies the steps.
     *
     * @param steps the next state for each state and column, or {@link #NONE}; the first state is where texts begin
     * @param ends whether a text may end in a state
     */
    Automaton(Alphabet alphabet, int[][] steps, boolean[] ends) {
        this.alphabet = alphabet;
        this.ascii = alphabet.ascii();
        this.width = alphabet.size() + 1;
        this.cells = new int[steps.length * width];
        for (int state = 0; state < steps.length; state++) {
            for (int column = 0; column < alphabet.size(); column++) {
                int next = steps[state][column];
                cells[state * width + column] = next == NONE ? NONE : next * width;
            }
            cells[state * width + alphabet.size()] = ends[state] ? 1 : 0;
        }
    }

    @Override
    public Pattern.Match match(String text) {
        int[] table = cells;
        int[] plain = ascii;
        int row = 0;
        for (int i = 0; i < text.length() && row >= 0; i++) {
            char c = text.charAt(i);
            if (c < plain.length) {
                row = table[row + plain[c]];
            } else {
                int codePoint = text.codePointAt(i);
                i += Character.charCount(codePoint) - 1;
                row = table[row + alphabet.column(codePoint)];
            }
        }
        return row >= 0 && table[row + width - 1] == 1 ? Pattern.Match.YES : Pattern.Match.NO;
    }

    Alphabet alphabet() {
        return alphabet;
    }

    int states() {
        return cells.length / width;
    }

    /** The state behind a state and a column, or {@link #NONE}. */
    int next(int state, int column) {
        int row = cells[state * width + column];
        return row < 0 ? NONE : row / width;
    }

    /** Whether a text may end in the state. */
    boolean isEnd(int state) {
        return cells[state * width + width - 1] == 1;
    }
}
