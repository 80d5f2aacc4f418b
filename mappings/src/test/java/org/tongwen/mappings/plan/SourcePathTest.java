package org.tongwen.mappings.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;

class SourcePathTest {

    private static SourcePath path(String text) {
        return SourcePath.parse(text).orElseThrow();
    }

    private static Tree limit(String mark) {
        return Tree.object(Place.NOWHERE).put("mark", Tree.text(mark, Place.NOWHERE));
    }

    private static Tree limits(String... marks) {
        Tree list = Tree.list(Place.NOWHERE);
        for (String mark : marks) {
            list.add(limit(mark));
        }
        return Tree.object(Place.NOWHERE).put("_34F", list);
    }

    @Test
    void oneInBracketsIsTheFirstItemOfAList() {
        Tree document = limits("D", "C");

        assertThat(path("_34F[1].mark").find(document))
                .hasValueSatisfying(mark -> assertThat(mark.value()).isEqualTo("D"));
        assertThat(path("_34F[1].mark").findAll(document)).hasSize(1);
        assertThat(path("_34F[1].mark").find(limits())).isEmpty();
        assertThat(path("_34F[1]").selectors(document)).isEmpty();
    }

    @Test
    void allItemsWithAValueAreMeantWhereAFieldPicksThem() {
        assertThat(path("_34F[mark=D].mark").findAll(limits("D", "C", "D"))).hasSize(2);
    }

    @Test
    void theFirstItemIsMadeOnceWhenValuesArePut() {
        Slot root = Slot.root();

        assertThat(root.put(path("_34F[1].mark"), Tree.text("D", Place.NOWHERE)))
                .isTrue();
        assertThat(root.put(path("/_34F[1].amount"), Tree.text("0,", Place.NOWHERE)))
                .isTrue();
        assertThat(root.put(path("_34F[1].mark"), Tree.text("C", Place.NOWHERE)))
                .isFalse();
        assertThat(root.object()).hasToString("{_34F=[{mark=D, amount=0,}]}");
    }

    @Test
    void theSchemaOfAnItemIsKnown() {
        SourceField text = SourceField.leaf(Tree.Kind.TEXT, true);
        SourceField schema = SourceField.object(
                true,
                Map.of("_34F", SourceField.list(true, SourceField.object(true, Map.of("mark", text))), "_20", text));

        assertThat(path("_34F[1].mark").find(schema, schema)).contains(text);
        assertThat(path("_34F[1].other").find(schema, schema)).isEmpty();
        assertThat(path("_20[1]").find(schema, schema)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"_34F[2].mark", "_34F[0]", "_34F[]", "_34F[one]"})
    void noOtherNumberIsAPath(String text) {
        assertThat(SourcePath.parse(text)).isEmpty();
    }
}
