package org.tongwen.rules.condition;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a value may be among: literals that the condition writes out, or a list that it names.
 *
 * @param list the name of the list; empty when the literals are written out
 * @param literals in the condition's order; none when a list is named
 * @param texts the texts among them
 * @param numbers the numbers among them
 */
public record Words(
        Optional<String> list, List<Operand.Literal> literals, Set<String> texts, List<BigDecimal> numbers) {

    /** Copies the sets. */
    public Words {
        literals = List.copyOf(literals);
        texts = Set.copyOf(texts);
        numbers = List.copyOf(numbers);
    }

    static Words of(List<Operand.Literal> literals) {
        Set<String> texts = new HashSet<>();
        literals.stream()
                .filter(Operand.Text.class::isInstance)
                .forEach(text -> texts.add(((Operand.Text) text).text()));
        List<BigDecimal> numbers = literals.stream()
                .filter(Operand.Number.class::isInstance)
                .map(number -> ((Operand.Number) number).number())
                .toList();
        return new Words(Optional.empty(), literals, texts, numbers);
    }

    static Words named(String list, Set<String> texts) {
        return new Words(Optional.of(list), List.of(), texts, List.of());
    }

    boolean has(String text) {
        if (texts.contains(text)) {
            return true;
        }
        return !numbers.isEmpty()
                && Numbers.parse(text)
                        .filter(value -> numbers.stream().anyMatch(number -> number.compareTo(value) == 0))
                        .isPresent();
    }

    @Override
    public String toString() {
        return list.orElseGet(
                () -> literals.stream().map(Object::toString).collect(Collectors.joining(", ", "(", ")")));
    }
}
