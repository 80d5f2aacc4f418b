package org.tongwen.mappings.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.tree.Bounds;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;

/** A separator is safe only when the schema rules it out of the parts. */
class TextsTest {

    @Test
    void whatTheSchemaDoesNotRuleOutMayBeThere() {
        assertThat(Texts.mayHold(SourceField.text(true, 10), " ")).isTrue();
        assertThat(Texts.mayHold(pattern("^[A-Za-z ]+$"), " ")).isTrue();
        assertThat(Texts.mayHold(pattern("[A-Z]+"), " ")).isTrue();
        assertThat(Texts.mayHold(pattern("^a|b$"), " ")).isTrue();
        assertThat(Texts.mayHold(pattern("^(?=x).*$"), " ")).isTrue();
        assertThat(Texts.mayHold(pattern("^\\w+$"), "_")).isTrue();
        assertThat(Texts.mayHold(pattern("^($"), " ")).isTrue();
    }

    @Test
    void whatTheSchemaRulesOutIsNotThere() {
        assertThat(Texts.mayHold(pattern("^[A-Za-z]+$"), " ")).isFalse();
        assertThat(Texts.mayHold(pattern("^(?:[A-Z]{2}|[0-9]+)$"), "/")).isFalse();
        assertThat(Texts.mayHold(pattern("^[^/]*$"), "/")).isFalse();
        assertThat(Texts.mayHold(SourceField.text(true, 1), ", ")).isFalse();
        assertThat(Texts.mayHold(SourceField.leaf(Tree.Kind.NUMBER, true), " ")).isFalse();
        assertThat(Texts.mayHold(SourceField.leaf(Tree.Kind.BOOLEAN, true), "-"))
                .isFalse();
        assertThat(Texts.mayHold(listed("a", "b c"), " ")).isTrue();
        assertThat(Texts.mayHold(listed("a", "b"), " ")).isFalse();
    }

    private static SourceField listed(String... values) {
        return new SourceField(Tree.Kind.TEXT, true, OptionalInt.empty(), List.of(values), Map.of(), Optional.empty());
    }

    private static SourceField pattern(String pattern) {
        Bounds bounds = new Bounds(Optional.empty(), Optional.empty(), OptionalInt.empty(), Optional.of(pattern));
        return new SourceField(
                Tree.Kind.TEXT, true, OptionalInt.empty(), List.of(), Map.of(), Optional.empty(), bounds);
    }
}
