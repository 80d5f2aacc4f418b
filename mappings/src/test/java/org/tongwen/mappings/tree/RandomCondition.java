package org.tongwen.mappings.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Random conditions together with what they mean, said independently in XPath 3: {@code $c} is the value asked, {@code $root} the document. */
final class RandomCondition {

    static final Map<String, Set<String>> LISTS = Map.of("CODES", Set.of("EUR", "2.50", "A-B"));

    static final List<String> NAMES = List.of("a", "b", "c", "_71F", "in-it");
    static final List<String> TEXTS = List.of("EUR", "JPY", "1", "2.50", "10", "-3", "A-B", "A", "x y");

    private static final List<String> RELATIONS = List.of("=", "!=", "<", "<=", ">", ">=");

    /** A condition or operand and its meaning. */
    record Both(String text, String xpath) {}

    private final Random random;

    RandomCondition(Random random) {
        this.random = random;
    }

    Both next() {
        return or(3);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private Both or(int depth) {
        return joined("or", depth, () -> and(depth));
    }

    private Both and(int depth) {
        return joined("and", depth, () -> not(depth));
    }

    private Both joined(String word, int depth, Supplier<Both> each) {
        int count = depth > 0 && random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1;
        List<Both> all = IntStream.range(0, count).mapToObj(i -> each.get()).toList();
        return new Both(
                all.stream().map(Both::text).collect(Collectors.joining(" " + word + " ")),
                all.stream().map(Both::xpath).collect(Collectors.joining(" " + word + " ", "(", ")")));
    }

    private Both not(int depth) {
        if (random.nextInt(5) == 0) {
            Both inner = not(depth);
            return new Both("not " + inner.text(), "not(" + inner.xpath() + ")");
        }
        return depth > 0 && random.nextInt(3) == 0 ? group(depth - 1) : test();
    }

    private Both group(int depth) {
        Both inner = or(depth);
        if (random.nextBoolean()) {
            return new Both("(" + inner.text() + ")", inner.xpath());
        }
        String word = random.nextBoolean() ? "every" : "some";
        Both path = path();
        return new Both(
                word + " " + path.text() + " (" + inner.text() + ")",
                "(" + word + " $c in " + path.xpath() + " satisfies " + inner.xpath() + ")");
    }

    private Both test() {
        return switch (random.nextInt(6)) {
            case 0 -> there();
            case 1 -> among();
            case 2 -> like();
            case 3 -> ordered();
            default -> compare();
        };
    }

    private Both there() {
        Both path = path();
        return new Both(path.text(), "exists(" + path.xpath() + "[string(.) != ''])");
    }

    private Both path() {
        boolean fromRoot = random.nextInt(6) == 0;
        String start = fromRoot ? "$root" : "$c";
        if (random.nextInt(8) == 0) {
            return new Both(fromRoot ? "/." : ".", start);
        }
        StringBuilder text = new StringBuilder(fromRoot ? "/" : "");
        StringBuilder xpath = new StringBuilder(start);
        for (int i = 0; i <= random.nextInt(3); i++) {
            Both step = step();
            text.append(i == 0 ? "" : random.nextBoolean() ? "." : "/").append(step.text());
            xpath.append("/").append(step.xpath());
        }
        return new Both(text.toString(), xpath.toString());
    }

    private Both step() {
        String name = one(NAMES);
        if (random.nextInt(6) == 0) {
            int number = 1 + random.nextInt(3);
            return new Both(name + "[" + number + "]", name + "[" + number + "]");
        } else if (random.nextInt(6) == 0) {
            String field = one(NAMES);
            String value = one(TEXTS);
            return new Both(name + "[" + field + "=" + value + "]", name + "[" + field + "[not(*)] = '" + value + "']");
        }
        return new Both(name, name);
    }

    private static String texts(Both path) {
        return path.xpath() + "[not(*)][string(.) != '']/string(.)";
    }

    /** Texts, as XPath a sequence of strings. */
    private Both textOperand() {
        Both path = path();
        return switch (random.nextInt(4)) {
            case 0 -> text();
            case 1 -> {
                int from = 1 + random.nextInt(4);
                int length = 1 + random.nextInt(3);
                yield new Both(
                        "part(" + path.text() + "," + from + ", " + length + ")",
                        "(" + texts(path) + "!substring(., " + from + ", " + length + "))");
            }
            default -> new Both(path.text(), "(" + texts(path) + ")");
        };
    }

    private Both text() {
        String text = one(TEXTS);
        return new Both("'" + text + "'", "('" + text + "')");
    }

    /** Numbers, as XPath a sequence of decimals, with not-a-number for texts that are none. */
    private Both numericOperand() {
        Both path = path();
        String texts = texts(path);
        return switch (random.nextInt(7)) {
            case 0 -> new Both("count(" + path.text() + ")", "count(" + path.xpath() + "[string(.) != ''])");
            case 1 -> new Both("distinct(" + path.text() + ")", "count(distinct-values(" + texts + "))");
            case 2 -> new Both("sum(" + path.text() + ")", "sum(" + numbers(texts) + ")");
            case 3 -> new Both("length(" + path.text() + ")", "(" + texts + "!string-length(.))");
            case 4 ->
                new Both("decimals(" + path.text() + ")", "(" + texts + "!string-length(substring-after(., '.')))");
            case 5 ->
                new Both(
                        "minor(" + path.text() + ")",
                        "(" + texts + "!(if (. = 'EUR') then 2 else if (. = 'JPY') then 0 else xs:double('NaN')))");
            default -> {
                String number = one(List.of("0", "1", "2", "2.5", "-3", "10"));
                yield new Both(random.nextBoolean() ? number : number.replace('.', ','), "(" + number + ")");
            }
        };
    }

    private static String numbers(String texts) {
        return "(" + texts + "!(if (. castable as xs:decimal) then xs:decimal(.) else xs:double('NaN')))";
    }

    private Both compare() {
        String relation = one(RELATIONS);
        if (random.nextBoolean()) {
            Both left = textOperand();
            Both right = textOperand();
            return new Both(
                    left.text() + " " + relation + right.text(),
                    "(some $l in " + left.xpath() + ", $r in " + right.xpath() + " satisfies compare($l, $r) "
                            + relation + " 0)");
        }
        Both left = numericOperand();
        Both right = random.nextBoolean() ? numericOperand() : asNumbers();
        return new Both(
                left.text() + relation + " " + right.text(),
                "(" + left.xpath() + " " + relation + " " + right.xpath() + ")");
    }

    private Both asNumbers() {
        Both path = path();
        return new Both(path.text(), numbers(texts(path)));
    }

    private Both among() {
        Both left = textOperand();
        boolean named = random.nextInt(3) == 0;
        List<String> texts = named ? List.of("EUR", "2.50", "A-B") : List.of(one(TEXTS), one(TEXTS));
        boolean number = !named && random.nextInt(3) == 0;
        String list = texts.stream().map(text -> "'" + text + "'").collect(Collectors.joining(", ", "(", ")"));
        String written = named ? "CODES" : number ? list.replace(")", ",2.5)") : list;
        boolean among = random.nextBoolean();
        String has = "$l = " + list + (number ? " or ($l castable as xs:decimal and xs:decimal($l) = 2.5)" : "");
        return new Both(
                left.text() + (among ? " in " : " not in ") + written,
                "(some $l in " + left.xpath() + " satisfies " + (among ? "(" : "not(") + has + "))");
    }

    private Both like() {
        Both left = textOperand();
        String glob = one(List.of("*", "E*", "*R", "*-*", "EUR", "", "A*B", "*A-B*", "**", "J*P*Y"));
        return new Both(
                left.text() + " like '" + glob + "'",
                "(some $l in " + left.xpath() + " satisfies matches($l, '^" + glob.replace("*", ".*") + "$'))");
    }

    private Both ordered() {
        Both left = textOperand();
        List<String> order = new ArrayList<>(Set.copyOf(List.of(one(TEXTS), "EUR", "1")));
        String list = order.stream().map(text -> "'" + text + "'").collect(Collectors.joining(", ", "(", ")"));
        return new Both(
                left.text() + " in order " + list,
                "(let $ranks := (" + left.xpath() + "!index-of(" + list
                        + ", .)) return every $i in 1 to count($ranks) - 1 satisfies $ranks[$i] <= $ranks[$i + 1])");
    }
}
