package org.tongwen.xsd.pattern;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Walks through an automaton at random from its start to an end, so that the characters met make a text of the language. */
final class AutomatonWalk {

    /** Texts are drawn up to so many characters longer than they need be: more would show nothing new. */
    private static final int SPARE_LENGTH = 40;

    private static final int OTHER_CHARACTERS = 64;
    private static final CodePoints PLAIN =
            CodePoints.range('0', '9').or(CodePoints.range('A', 'Z')).or(CodePoints.range('a', 'z'));
    private static final CodePoints PRINTED = CodePoints.range(' ', '~');
    /** What XML can carry; the controls that XML 1.0 allows are left out as well, but for those that a pattern demands. */
    private static final CodePoints XML = CodePoints.of("\t\n\r")
            .or(CodePoints.range(' ', 0xD7FF))
            .or(CodePoints.range(0xE000, 0xFFFD))
            .or(CodePoints.range(0x10000, Character.MAX_CODE_POINT));

    private final Automaton automaton;
    private final List<int[]> characters;
    /** For each number of characters still to come, the states from which a text can end after just so many. */
    private final List<BitSet> endsAfter = new ArrayList<>();

    AutomatonWalk(Automaton automaton) {
        this.automaton = automaton;
        this.characters = IntStream.range(0, automaton.alphabet().size())
                .mapToObj(column -> drawn(automaton.alphabet().characters(column)))
                .toList();
    }

    /** A text of a length between the two, in characters; empty when the language has none. */
    Optional<String> draw(RandomGenerator random, int minLength, int maxLength) {
        int longest = (int) Math.min(maxLength, (long) minLength + automaton.states() + SPARE_LENGTH);
        lookAhead(longest);
        int[] lengths = IntStream.rangeClosed(minLength, longest)
                .filter(length -> endsAfter.get(length).get(0))
                .toArray();
        return lengths.length == 0
                ? Optional.empty()
                : Optional.of(walk(random, lengths[random.nextInt(lengths.length)]));
    }

    private String walk(RandomGenerator random, int length) {
        StringBuilder text = new StringBuilder();
        int state = 0;
        for (int left = length - 1; left >= 0; left--) {
            int column = column(random, state, endsAfter.get(left));
            int[] choice = characters.get(column);
            text.appendCodePoint(choice[random.nextInt(choice.length)]);
            state = automaton.next(state, column);
        }
        return text.toString();
    }

    /** A column that leads on, the more likely the more plain characters it has. */
    private int column(RandomGenerator random, int state, BitSet wanted) {
        int[] columns = IntStream.range(0, characters.size())
                .filter(column -> leadsTo(state, column, wanted))
                .toArray();
        int drawn = random.nextInt(IntStream.of(columns).map(this::weight).sum());
        for (int column : columns) {
            drawn -= weight(column);
            if (drawn < 0) {
                return column;
            }
        }
        throw new IllegalStateException("weights do not add up");
    }

    private int weight(int column) {
        return PLAIN.contains(characters.get(column)[0]) ? characters.get(column).length : 1;
    }

    private boolean leadsTo(int state, int column, BitSet wanted) {
        int next = automaton.next(state, column);
        return next != Automaton.NONE && wanted.get(next) && characters.get(column).length > 0;
    }

    private void lookAhead(int length) {
        if (endsAfter.isEmpty()) {
            BitSet ends = new BitSet();
            IntStream.range(0, automaton.states()).filter(automaton::isEnd).forEach(ends::set);
            endsAfter.add(ends);
        }
        while (endsAfter.size() <= length) {
            BitSet wanted = endsAfter.get(endsAfter.size() - 1);
            BitSet before = new BitSet();
            IntStream.range(0, automaton.states())
                    .filter(state ->
                            IntStream.range(0, characters.size()).anyMatch(column -> leadsTo(state, column, wanted)))
                    .forEach(before::set);
            endsAfter.add(before);
        }
    }

    /** Characters to draw from: letters and digits if there are any, else what is printed, else some of what XML can carry. */
    private static int[] drawn(CodePoints column) {
        CodePoints plain = column.and(PLAIN);
        CodePoints printed = plain.isEmpty() ? column.and(PRINTED) : plain;
        CodePoints best = printed.isEmpty() ? column.and(XML) : printed;
        return best.stream().limit(OTHER_CHARACTERS).toArray();
    }
}
