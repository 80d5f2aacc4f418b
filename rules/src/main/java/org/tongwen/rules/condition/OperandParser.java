package org.tongwen.rules.condition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads what conditions compare, and the paths in it. */
final class OperandParser {

    private final Tokens tokens;

    OperandParser(Tokens tokens) {
        this.tokens = tokens;
    }

    Operand operand() {
        if (tokens.startsLiteral()) {
            return literal(true);
        }
        for (Function function : Function.values()) {
            if (tokens.takeCall(function.word())) {
                Path path = path();
                tokens.expect(')');
                return new Operand.Worked(function, path);
            }
        }
        for (Fact fact : Fact.values()) {
            if (tokens.takeCall(fact.word())) {
                Path path = path();
                tokens.expect(')');
                return new Operand.Told(fact, path);
            }
        }
        return tokens.takeCall("part") ? part() : new Operand.Values(path());
    }

    private Operand part() {
        Path path = path();
        tokens.expect(',');
        int from = count();
        tokens.expect(',');
        int length = count();
        tokens.expect(')');
        return new Operand.Part(path, from, length);
    }

    private int count() {
        int start = tokens.next();
        return tokens.number(false)
                .map(BigDecimal::new)
                .filter(number -> number.signum() > 0 && number.scale() <= 0 && number.precision() < 7)
                .orElseThrow(() -> tokens.mistake(start, "Here a number from 1 on is expected"))
                .intValueExact();
    }

    /** A text or number. Between commas a comma divides; elsewhere it may be a decimal comma. */
    Operand.Literal literal(boolean decimalComma) {
        Optional<String> number = tokens.number(decimalComma);
        if (number.isPresent()) {
            return new Operand.Number(new BigDecimal(number.get()));
        }
        return new Operand.Text(text());
    }

    String text() {
        return tokens.quoted();
    }

    Path path() {
        tokens.next();
        boolean fromRoot = tokens.takeHere('/');
        List<Path.Step> steps = new ArrayList<>();
        while (tokens.takeHere('.')) {
            if (!tokens.takeHere('.')) {
                return new Path(fromRoot, steps, attribute());
            }
            steps.add(new Path.Step(Subject.AROUND, Optional.empty()));
            if (!tokens.takeHere('/')) {
                return new Path(fromRoot, steps, attribute());
            }
        }
        while (!tokens.isHere('@')) {
            steps.add(step(steps.isEmpty() && !fromRoot));
            boolean more = tokens.takeHere('.') || tokens.takeHere('/');
            if (!more) {
                break;
            }
        }
        return new Path(fromRoot, steps, attribute());
    }

    private Optional<String> attribute() {
        return tokens.takeHere('@') ? Optional.of(tokens.nameHere("the name of an attribute")) : Optional.empty();
    }

    private Path.Step step(boolean first) {
        if (tokens.takeHere('*')) {
            return new Path.Step(Subject.ANY, Optional.empty());
        }
        String name =
                first ? tokens.name("a path, a text in quotes or a number") : tokens.nameHere("the name of a field");
        if (!tokens.takeHere('[')) {
            return new Path.Step(name, Optional.empty());
        }
        OptionalInt number = tokens.position();
        Path.Pick pick = number.isPresent() ? new Path.Numbered(number.getAsInt()) : having();
        tokens.expectHere(']');
        return new Path.Step(name, Optional.of(pick));
    }

    private Path.Having having() {
        String field = tokens.nameHere("a field with its value, or a number from 1 on");
        tokens.expectHere('=');
        return new Path.Having(field, tokens.until(']'));
    }
}
