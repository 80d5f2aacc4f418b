package org.tongwen.mappings.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import net.sf.saxon.s9api.SaxonApiException;
import net.sf.saxon.s9api.SaxonApiUncheckedException;
import net.sf.saxon.trans.UncheckedXPathException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Place;

/** No formula runs long, whatever it says: it is refused, or fails, or is done. */
class FormulaBudgetTest {

    private static final SourceField SCHEMA = SourceField.object(
            true,
            Map.of(
                    "x",
                    SourceField.leaf(Tree.Kind.TEXT, true),
                    "items",
                    SourceField.list(
                            true, SourceField.object(true, Map.of("a", SourceField.leaf(Tree.Kind.TEXT, true))))));

    private final Tree document = document();

    private static Tree document() {
        Tree items = Tree.list(Place.NOWHERE);
        for (int i = 0; i < 100; i++) {
            Tree item = Tree.object(Place.NOWHERE);
            item.put("a", Tree.text(Integer.toString(i), Place.NOWHERE));
            items.add(item);
        }
        Tree root = Tree.object(Place.NOWHERE);
        root.put("items", items);
        root.put("x", Tree.text("a".repeat(1_000) + "!", Place.NOWHERE));
        return root;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(items)",
                "sum(items/xs:decimal(a))",
                "items[5]/a",
                "items[last()]/a",
                "string-join(items/a, ',')",
                "if (exists(items[a = '5'])) then 'yes' else 'no'",
                "count(//a[//a = .])",
                "min(items/a/number(.))",
                "distinct-values(items/a) => count()",
                "for $i in items, $j in items return $i/a = $j/a",
                "let $t := translate(x, 'a', 'b') return string-length($t)",
                "some $i in items satisfies $i/a = '99'",
                "matches(x, '^([A-Z]{2}[0-9]{2})?a+!$')",
                "replace(x, 'a{2}', 'b') ! string-length(.)"
            })
    void usualFormulasAreDone(String formula) throws SaxonApiException {
        assertThat(value(formula)).as(formula).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(for $a in items, $b in items, $c in items, $d in items return $a/a)",
                "count(distinct-values(for $a in items, $b in items, $c in items, $d in items return $a/a))",
                "string-length(string-join(for $a in items, $b in items, $c in items return $a/a))",
                "count(for $i in items, $j in 1 to 5000, $k in 1 to 10 return $j)",
                "let $b := concat(x, x), $c := concat($b, $b), $d := concat($c, $c), $e := concat($d, $d), $f := concat($e, $e), $g :="
                        + " concat($f, $f), $h := concat($g, $g), $i := concat($h, $h), $j := concat($i, $i), $k := concat($j, $j), $l :="
                        + " concat($k, $k) return string-length($l)"
            })
    void formulasThatTakeLongForThisDocumentAreStopped(String formula) {
        assertThatThrownBy(() -> value(formula))
                .satisfies(failure -> assertThat(Budget.isSpent(failure))
                        .as(formula + " " + failure)
                        .isTrue());
    }

    @Test
    void anExpressionThatComesAsDataIsStoppedToo() {
        Tree root = Tree.object(Place.NOWHERE);
        root.put("x", Tree.text("(a+)+$", Place.NOWHERE));
        Formula formula =
                compiled("matches('" + "a".repeat(500) + "!', x)").value().orElseThrow();
        assertThatThrownBy(() -> formulas().value(formula, root)).hasMessageContaining("backtrack");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "doc('file:///etc/passwd')",
                "fn:doc('x')",
                "unparsed-text('x')",
                "collection()",
                "environment-variable('HOME')",
                "parse-xml('<a/>')",
                "json-doc('x')",
                "transform(map{})",
                "trace('a')",
                "function($x) { $x }('a')",
                "for-each(1 to 9, string#1)",
                "let $f := concat#2 return $f('a', 'b')",
                "array:size([1])",
                "map:size(map{})",
                "matches(x, 'a', ';j')",
                "matches(x, 'a', string(items[1]/a))",
                "matches(x, '(a+)+$')",
                "replace(x, '^(a|aa)+$', '')",
                "tokenize(x, '(.*)*b')",
                "xs:date('2026-02-30')",
                "sum(1 to 2000000000)",
                "sum(1 to 2000000000) + count(items)",
                "let $n := count(//a) return count((1 to 2000000000)[. = $n])",
                "some $i in 1 to 2000000000 satisfies $i = count(items) * -1"
            })
    void whatMayNotRunIsRefused(String formula) {
        assertThat(compiled(formula).value()).as(formula).isEmpty();
    }

    @Test
    void noFormulaOfHundredsAtRandomTakesLong() {
        RandomGenerator random = new java.util.SplittableRandom(4);
        int done = 0;
        for (int i = 0; i < 300; i++) {
            String formula = sequence(random, 4);
            long start = System.nanoTime();
            done += outcome(formula);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(formula).isLessThan(Duration.ofSeconds(4));
        }
        assertThat(done).isGreaterThan(50);
    }

    private int outcome(String formula) {
        try {
            Optional<Formula> compiled = compiled(formula).value();
            if (compiled.isPresent()) {
                formulas().value(compiled.get(), document);
                return 1;
            }
            return 0;
        } catch (SaxonApiException | SaxonApiUncheckedException | UncheckedXPathException e) {
            return 0;
        }
    }

    /** An expression of a small grammar that has everything that runs through many values. */
    private static String sequence(RandomGenerator random, int depth) {
        if (depth == 0) {
            return pick(random, "items", "//a", "items/a", "1 to 3", "(1 to 2000000000)", "x", "('a', 'b')");
        }
        String inner = sequence(random, depth - 1);
        String other = sequence(random, depth - 1);
        return switch (random.nextInt(12)) {
            case 0 -> "(for $v in (" + inner + ") return (" + other + "))";
            case 1 -> "(" + inner + ")[. = (" + other + ")]";
            case 2 -> "(" + inner + ", " + other + ")";
            case 3 -> "((" + inner + ") ! (" + other + "))";
            case 4 -> "count(" + inner + ")";
            case 5 -> "string-join((" + inner + ") ! string(.), '-')";
            case 6 -> "distinct-values((" + inner + ") ! string(.))";
            case 7 -> "(let $v := (" + inner + ") return ($v, $v, $v))";
            case 8 -> "reverse(" + inner + ")[2]";
            case 9 -> "(if ((" + inner + ") = 'a') then (" + other + ") else 'b')";
            case 10 -> "concat(string-join((" + inner + ") ! string(.)), x, x)";
            default -> "(some $v in (" + inner + ") satisfies $v = (" + other + "))";
        };
    }

    private static String pick(RandomGenerator random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private Optional<String> value(String formula) throws SaxonApiException {
        Checked<Formula> compiled = compiled(formula);
        assertThat(compiled.findings()).as(formula).isEmpty();
        return formulas().value(compiled.value().orElseThrow(), document);
    }

    private static Checked<Formula> compiled(String formula) {
        return Formula.compile(formula, List.of(), Place.NOWHERE);
    }

    private static Formulas formulas() {
        return new Formulas(
                new Context(Map.of(), Clock.systemUTC(), UUID::randomUUID, Reporting.NONE, Originals.NONE), SCHEMA);
    }
}
