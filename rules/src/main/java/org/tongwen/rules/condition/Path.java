package org.tongwen.rules.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Names of values, from where a condition is asked or from the whole document. A path may name several values.
 *
 * @param fromRoot whether it starts at the whole document
 * @param steps names of fields or elements, each below the one before; none for the value itself
 * @param attribute the attribute of what the steps lead to; empty for its text
 */
public record Path(boolean fromRoot, List<Step> steps, Optional<String> attribute) {

    /**
     * A step to the values of a name.
     *
     * @param name the name of a field or element
     * @param pick which of them; empty for all
     */
    public record Step(String name, Optional<Pick> pick) {

        @Override
        public String toString() {
            return name + pick.map(which -> "[" + which + "]").orElse("");
        }
    }

    /** Which of several values of one name. */
    public sealed interface Pick {}

    /**
     * The one at a position.
     *
     * @param number counted from 1
     */
    public record Numbered(int number) implements Pick {

        @Override
        public String toString() {
            return Integer.toString(number);
        }
    }

    /**
     * Those with a value in one of their fields.
     *
     * @param field the field's name
     * @param value its text
     */
    public record Having(String field, String value) implements Pick {

        @Override
        public String toString() {
            return field + "=" + value;
        }
    }

    /** Copies the steps. */
    public Path {
        steps = List.copyOf(steps);
    }

    /** Whether one of the values that it names passes a test. The attribute is not looked at. */
    boolean some(Subject at, Predicate<? super Subject> test) {
        return some(fromRoot ? at.root() : at, 0, test);
    }

    /** Whether one of the texts that it names passes a test: of its leaves with text, or of its attributes. */
    boolean someText(Subject at, Predicate<String> test) {
        if (attribute.isPresent()) {
            String name = attribute.get();
            return some(at, value -> value.attribute(name).filter(test).isPresent());
        }
        return some(at, value -> {
            String text = value.text();
            return !text.isEmpty() && test.test(text);
        });
    }

    /** Whether there is anything at it. */
    boolean isThere(Subject at) {
        return attribute.isPresent() ? someText(at, text -> true) : some(at, Subject::isThere);
    }

    /** The first value that it names. The attribute is not looked at. */
    public Optional<Subject> first(Subject at) {
        List<Subject> found = new ArrayList<>(1);
        some(at, found::add);
        return found.stream().findFirst();
    }

    /** Hands over all values that it names, in document order. The attribute is not looked at. */
    public void visit(Subject at, Consumer<? super Subject> visitor) {
        some(at, value -> {
            visitor.accept(value);
            return false;
        });
    }

    private boolean some(Subject at, int step, Predicate<? super Subject> test) {
        if (step == steps.size()) {
            return test.test(at);
        }
        Step own = steps.get(step);
        if (own.pick().isPresent()) {
            return picked(at, own, own.pick().get(), step, test);
        }
        return step + 1 == steps.size()
                ? at.some(own.name(), test)
                : at.some(own.name(), child -> some(child, step + 1, test));
    }

    private boolean picked(Subject at, Step own, Pick pick, int step, Predicate<? super Subject> test) {
        if (pick instanceof Having having) {
            Predicate<Subject> has = field -> field.text().equals(having.value());
            return at.some(own.name(), child -> child.some(having.field(), has) && some(child, step + 1, test));
        }
        int[] seen = {0};
        int wanted = ((Numbered) pick).number();
        return at.some(own.name(), child -> ++seen[0] == wanted && some(child, step + 1, test));
    }

    /** The same values, named from where the outer path starts, when this one starts at what the outer one names. */
    public Path below(Path outer) {
        if (fromRoot) {
            return this;
        }
        List<Step> all = new ArrayList<>(outer.steps);
        all.addAll(steps);
        return new Path(outer.fromRoot, all, attribute);
    }

    /** As conditions write it. */
    @Override
    public String toString() {
        String names = steps.stream()
                .map(step -> step.name().equals(Subject.AROUND) ? "../" : step + ".")
                .collect(Collectors.joining());
        names = names.endsWith(".") || names.endsWith("../") ? names.substring(0, names.length() - 1) : names;
        String own = (fromRoot ? "/" : "") + (names.isEmpty() && attribute.isEmpty() ? "." : names);
        return own + attribute.map(name -> "@" + name).orElse("");
    }
}
