package org.tongwen.rules.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Nearest;

/** Reads conditions by recursive descent. The first mistake ends it. */
final class ConditionParser {

    /** Groups in groups; whoever needs more has made a mistake, or means harm. */
    private static final int DEEPEST = 60;

    private final Tokens tokens;
    private final OperandParser operands;
    private final Map<String, Set<String>> lists;
    private int depth;

    ConditionParser(String text, Map<String, Set<String>> lists) {
        this.tokens = new Tokens(text);
        this.operands = new OperandParser(tokens);
        this.lists = lists;
    }

    Checked<Condition> parse() {
        return whole(this::or);
    }

    Checked<Path> parsePath() {
        return whole(operands::path);
    }

    private <T> Checked<T> whole(Supplier<T> rule) {
        try {
            T read = rule.get();
            tokens.end();
            return Checked.of(read, List.of());
        } catch (Mistake mistake) {
            return Checked.none(mistake.finding());
        }
    }

    private Condition or() {
        return several("or", this::and, Condition.Or::new);
    }

    private Condition and() {
        return several("and", this::not, Condition.And::new);
    }

    private Condition several(String word, Supplier<Condition> each, Function<List<Condition>, Condition> join) {
        List<Condition> all = new ArrayList<>(List.of(each.get()));
        while (tokens.takeWord(word)) {
            all.add(each.get());
        }
        return all.size() == 1 ? all.get(0) : join.apply(all);
    }

    private Condition not() {
        return tokens.takeWord("not") ? new Condition.Not(deeper(this::not)) : primary();
    }

    private Condition deeper(Supplier<Condition> inner) {
        if (++depth > DEEPEST) {
            throw tokens.mistake("The condition has more than " + DEEPEST + " groups in one another");
        }
        Condition read = inner.get();
        depth--;
        return read;
    }

    private Condition primary() {
        if (tokens.take('(')) {
            return closed();
        } else if (tokens.takeWord("every")) {
            return new Condition.Every(operands.path(), group());
        } else if (tokens.takeWord("some")) {
            return new Condition.Some(operands.path(), group());
        }
        return test();
    }

    private Condition group() {
        tokens.expect('(');
        return closed();
    }

    private Condition closed() {
        Condition inner = deeper(this::or);
        tokens.expect(')');
        return inner;
    }

    private Condition test() {
        Operand left = operands.operand();
        Optional<Relation> relation = tokens.relation();
        if (relation.isPresent()) {
            return new Condition.Compare(left, relation.get(), operands.operand());
        } else if (tokens.takeWords("in", "order")) {
            return new Condition.Ordered(left, order());
        } else if (tokens.takeWord("in")) {
            return new Condition.In(left, true, words());
        } else if (tokens.takeWords("not", "in")) {
            return new Condition.In(left, false, words());
        } else if (tokens.takeWord("like")) {
            return new Condition.Like(left, Glob.of(operands.text()));
        } else if (tokens.takeWord("contains")) {
            return new Condition.Contains(left, operands.operand());
        } else if (tokens.takeWord("is")) {
            return new Condition.Is(left, form());
        } else if (left instanceof Operand.Values values) {
            return new Condition.There(values.path());
        }
        throw tokens.mistake("Here a comparison is expected: =, !=, <, <=, >, >=, in, not in, like, contains, is");
    }

    private Form form() {
        int start = tokens.next();
        String word = tokens.name("the name of a form, such as iban");
        return Form.of(word).orElseThrow(() -> {
            Finding unknown = tokens.finding("condition.UnknownForm", start, "There is no form " + word)
                    .value(word);
            return new Mistake(Nearest.of(word, Form.words())
                    .map(near -> unknown.hint("did you mean " + near + "?"))
                    .orElse(unknown));
        });
    }

    private Words words() {
        if (!tokens.take('(')) {
            return list();
        }
        List<Operand.Literal> literals = new ArrayList<>();
        do {
            literals.add(operands.literal(false));
        } while (tokens.take(','));
        tokens.expect(')');
        return Words.of(literals);
    }

    private List<String> order() {
        List<String> order = new ArrayList<>();
        tokens.expect('(');
        do {
            order.add(operands.text());
        } while (tokens.take(','));
        tokens.expect(')');
        return order;
    }

    private Words list() {
        int start = tokens.next();
        String name = tokens.name("the name of a list, or texts in parentheses");
        Set<String> texts = lists.get(name);
        if (texts == null) {
            Finding unknown = tokens.finding("condition.UnknownList", start, "There is no list " + name)
                    .value(name);
            throw new Mistake(Nearest.of(name, lists.keySet())
                    .map(near -> unknown.hint("did you mean " + near + "?"))
                    .orElse(unknown));
        }
        return Words.named(name, texts);
    }
}
