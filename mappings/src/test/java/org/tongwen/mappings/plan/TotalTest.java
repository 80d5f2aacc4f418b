package org.tongwen.mappings.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.sf.saxon.s9api.SaxonApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;

class TotalTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count(rows)                                         | 3",
                "count(/rows)                                        | 3",
                "count(rows/amount)                                  | 2",
                "count( nothing )                                    | 0",
                "sum(rows/amount)                                    | 0.3",
                "sum(rows/xs:decimal(amount))                        | 0.3",
                "sum(rows/xs:decimal(fee))                           | 1000000",
                "sum(rows/xs:decimal(translate(comma, ',', '.')))    | 2.5",
                "sum(rows/xs:decimal(translate(many, '.,', '')))     | 123456",
                "sum(nothing/xs:decimal(amount))                     | 0"
            })
    void listsAreCountedAndAddedUpExactly(String formula, String value) throws SaxonApiException {
        assertThat(value(formula)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "count(rows)",
                "count(rows/amount)",
                "sum(rows/xs:decimal(amount))",
                "sum(rows/xs:decimal(fee))",
                "sum(rows/xs:decimal(translate(many, '.,', '')))",
                "sum(nothing/xs:decimal(amount))"
            })
    void theyMeanWhatXPathMeans(String formula) throws SaxonApiException {
        Formula byXPath = new Formula.XPath(
                Formulas.compile(formula, List.of(), Place.NOWHERE).value().orElseThrow(),
                Set.of(),
                false,
                FormulaMessages.NONE);

        assertThat(formulas().value(byXPath, document())).contains(value(formula));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sum(rows/name)", "sum(rows/xs:decimal(name))", "sum(rows/xs:decimal(translate(fee, 'x', '')))"})
    void whatIsNoNumberFails(String formula) {
        assertThatThrownBy(() -> value(formula)).isInstanceOf(SaxonApiException.class);
    }

    @Test
    void aDecimalHasNoExponent() throws SaxonApiException {
        Tree list = Tree.list(Place.NOWHERE).add(Tree.text("1e2", Place.NOWHERE));
        Tree document = Tree.object(Place.NOWHERE).put("n", list);

        assertThat(formulas().value(compiled("sum(n)"), document)).contains("100");
        assertThatThrownBy(() -> formulas()
                        .value(
                                compiled("sum(x/xs:decimal(n))"),
                                Tree.object(Place.NOWHERE).put("x", document)))
                .isInstanceOf(SaxonApiException.class);
    }

    private static String value(String formula) throws SaxonApiException {
        Formula compiled = compiled(formula);
        assertThat(compiled).isInstanceOf(Formula.Aggregate.class);
        return formulas().value(compiled, document()).orElseThrow();
    }

    private static Formula compiled(String formula) {
        return Formula.compile(formula, List.of(), Place.NOWHERE).value().orElseThrow();
    }

    private static Formulas formulas() {
        SourceField text = SourceField.leaf(Tree.Kind.TEXT, false);
        SourceField row = SourceField.object(
                true, Map.of("amount", text, "fee", text, "comma", text, "many", text, "name", text));
        SourceField rows =
                new SourceField(Tree.Kind.LIST, false, OptionalInt.empty(), List.of(), Map.of(), Optional.of(row));
        return new Formulas(Context.live(Map.of()), SourceField.object(true, Map.of("rows", rows)));
    }

    private static Tree document() {
        Tree rows = Tree.list(Place.NOWHERE)
                .add(row("0.1", "999999.5", "1,25", "1.234,56", "a"))
                .add(row("0.20", ".5", "1,250", "0", "b"));
        Tree empty = Tree.object(Place.NOWHERE)
                .put("comma", Tree.text("0", Place.NOWHERE))
                .put("many", Tree.text("0", Place.NOWHERE))
                .put("amount", Tree.leaf(Tree.Kind.NULL, "null", Place.NOWHERE));
        return Tree.object(Place.NOWHERE).put("rows", rows.add(empty));
    }

    private static Tree row(String amount, String fee, String comma, String many, String name) {
        return Tree.object(Place.NOWHERE)
                .put("amount", Tree.text(amount, Place.NOWHERE))
                .put("fee", Tree.text(fee, Place.NOWHERE))
                .put("comma", Tree.text(comma, Place.NOWHERE))
                .put("many", Tree.text(many, Place.NOWHERE))
                .put("name", Tree.text(name, Place.NOWHERE));
    }
}
