package org.tongwen.mappings.format.mt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tongwen.mappings.format.SourceFormat;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

class FieldOptionsTest {

    private final SourceFormat mt103 = Mt.MT103;

    @Test
    void aPartyIsOneFieldWhicheverOptionItHas() {
        Tree tree = read(Mt.withAgent(":52A:/C/123\nCCCCFRPP"));
        assertThat(tree.field("_50a")).get().hasToString("{option=K, account=00123456, name=Example Trading Ltd}");
        assertThat(tree.field("_52a")).get().hasToString("{option=A, party={mark=C, account=123}, bic=CCCCFRPP}");
        assertThat(tree.field("_59a")).get().hasToString("{option=none, account=99887766, name=Ejemplo SL}");
        assertThat(tree.field("_50a")
                        .orElseThrow()
                        .field("name")
                        .orElseThrow()
                        .place()
                        .path())
                .isEqualTo("4:50K.name");
    }

    @Test
    void theOptionMakesTheTagAgain() {
        String message = Mt.withAgent(":52D://FW021000018\nDemo Bank\nDemo Street 1");
        assertThat(mt103.write(read(message)).value())
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                .contains(message);
    }

    @Test
    void anOptionThatThereIsNotIsRefused() {
        Tree tree = read(Mt.withAgent(":52A:CCCCFRPP"));
        tree.field("_52a").orElseThrow().put("option", Tree.text("Q", Place.NOWHERE));
        assertThat(mt103.write(tree).findings()).extracting(Finding::id).contains("mt.UnknownField");
    }

    @Test
    void theSchemaHoldsTheComponentsOfAllOptions() {
        SourceField party = mt103.schema().field("_50a").orElseThrow();
        assertThat(party.required()).isTrue();
        assertThat(party.fields())
                .containsKeys("option", "account", "bic", "name", "address", "street", "town", "party");
        assertThat(party.field("option").orElseThrow().values()).containsExactly("A", "F", "K");
    }

    private Tree read(String message) {
        return mt103.read(message.getBytes(StandardCharsets.US_ASCII)).value().orElseThrow();
    }
}
