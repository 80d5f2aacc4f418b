package org.tongwen.xsd.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes an automaton of an expression: every written character is a position (Glushkov), and a state is the set of positions at which a
 * text can have arrived. Loops and no lambdas, as in the reader of schemas: the first message of a process needs many patterns.
 */
final class AutomatonBuilder {

    /** More written characters than this, counted repetitions written out, are too many. */
    private static final int MAX_POSITIONS = 4_000;
    /** More cells in the table than this are too many. */
    private static final int MAX_CELLS = 250_000;

    private record Fragment(BitSet first, BitSet last, boolean nullable) {}

    private final List<CodePoints> characters = new ArrayList<>();
    private final List<BitSet> follow = new ArrayList<>();
    private final List<BitSet> states = new ArrayList<>();
    private final Map<BitSet, Integer> numbers = new HashMap<>();

    private AutomatonBuilder() {}

    /** The automaton, unless it would be too large. */
    static Optional<Automaton> build(Expression expression) {
        return expression.positions() > MAX_POSITIONS ? Optional.empty() : new AutomatonBuilder().states(expression);
    }

    private Optional<Automaton> states(Expression expression) {
        Fragment whole = fragment(expression);
        Alphabet alphabet = new Alphabet(characters);
        List<BitSet> positionsOf = positionsOf(alphabet);
        start(whole);
        List<int[]> steps = new ArrayList<>();
        for (int state = 0; state < states.size(); state++) {
            BitSet reached = reached(states.get(state));
            int[] row = new int[alphabet.size()];
            for (int column = 0; column < row.length; column++) {
                row[column] = number(and(reached, positionsOf.get(column)));
            }
            steps.add(row);
            if ((long) states.size() * alphabet.size() > MAX_CELLS) {
                return Optional.empty();
            }
        }
        return Optional.of(new Automaton(alphabet, steps.toArray(new int[0][]), ends(whole)));
    }

    /** The start is no position: it gets a number that no position has. */
    private void start(Fragment whole) {
        BitSet start = new BitSet();
        start.set(characters.size());
        follow.add(whole.first());
        number(start);
    }

    private boolean[] ends(Fragment whole) {
        boolean[] ends = new boolean[states.size()];
        for (int state = 0; state < ends.length; state++) {
            ends[state] = states.get(state).intersects(whole.last());
        }
        ends[0] = whole.nullable();
        return ends;
    }

    private int number(BitSet positions) {
        if (positions.isEmpty()) {
            return Automaton.NONE;
        }
        Integer known = numbers.putIfAbsent(positions, states.size());
        if (known != null) {
            return known;
        }
        states.add(positions);
        return states.size() - 1;
    }

    private BitSet reached(BitSet state) {
        BitSet reached = new BitSet();
        for (int position = state.nextSetBit(0); position >= 0; position = state.nextSetBit(position + 1)) {
            reached.or(follow.get(position));
        }
        return reached;
    }

    private List<BitSet> positionsOf(Alphabet alphabet) {
        List<BitSet> positionsOf = new ArrayList<>();
        for (int column = 0; column < alphabet.size(); column++) {
            int any = alphabet.characters(column).changes()[0];
            BitSet positions = new BitSet();
            for (int position = 0; position < characters.size(); position++) {
                positions.set(position, characters.get(position).contains(any));
            }
            positionsOf.add(positions);
        }
        return positionsOf;
    }

    private Fragment fragment(Expression expression) {
        if (expression instanceof Expression.Sequence sequence) {
            Fragment whole = empty();
            for (Expression part : sequence.parts()) {
                whole = joined(whole, fragment(part));
            }
            return whole;
        }
        if (expression instanceof Expression.Choice choice) {
            return choice(choice.parts());
        }
        return expression instanceof Expression.Repeat repeat
                ? repeated(repeat)
                : position(((Expression.One) expression).characters());
    }

    private Fragment choice(List<Expression> parts) {
        Fragment either = new Fragment(new BitSet(), new BitSet(), false);
        for (Expression part : parts) {
            Fragment one = fragment(part);
            either = new Fragment(
                    or(either.first(), one.first()),
                    or(either.last(), one.last()),
                    either.nullable() || one.nullable());
        }
        return either;
    }

    private Fragment position(CodePoints set) {
        BitSet only = new BitSet();
        only.set(characters.size());
        characters.add(set);
        follow.add(new BitSet());
        return new Fragment(only, only, false);
    }

    /** Counted repetitions are written out: those that may be missing stand inside each other, so that each is followed by one. */
    private Fragment repeated(Expression.Repeat repeat) {
        boolean unbounded = repeat.max() == Expression.UNBOUNDED;
        Fragment tail = unbounded ? loop(repeat) : empty();
        int optional = unbounded ? 0 : repeat.max() - repeat.min();
        for (int copy = 0; copy < optional; copy++) {
            Fragment one = joined(fragment(repeat.part()), tail);
            tail = new Fragment(one.first(), one.last(), true);
        }
        int mandatory = unbounded ? Math.max(0, repeat.min() - 1) : repeat.min();
        for (int copy = 0; copy < mandatory; copy++) {
            tail = joined(fragment(repeat.part()), tail);
        }
        return tail;
    }

    private Fragment loop(Expression.Repeat repeat) {
        Fragment once = fragment(repeat.part());
        link(once.last(), once.first());
        return new Fragment(once.first(), once.last(), once.nullable() || repeat.min() == 0);
    }

    private Fragment joined(Fragment one, Fragment other) {
        link(one.last(), other.first());
        return new Fragment(
                one.nullable() ? or(one.first(), other.first()) : one.first(),
                other.nullable() ? or(one.last(), other.last()) : other.last(),
                one.nullable() && other.nullable());
    }

    private void link(BitSet from, BitSet to) {
        for (int position = from.nextSetBit(0); position >= 0; position = from.nextSetBit(position + 1)) {
            follow.get(position).or(to);
        }
    }

    private static Fragment empty() {
        return new Fragment(new BitSet(), new BitSet(), true);
    }

    private static BitSet or(BitSet one, BitSet other) {
        BitSet union = (BitSet) one.clone();
        union.or(other);
        return union;
    }

    private static BitSet and(BitSet one, BitSet other) {
        BitSet common = (BitSet) one.clone();
        common.and(other);
        return common;
    }
}
