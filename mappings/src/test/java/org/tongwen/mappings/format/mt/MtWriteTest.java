package org.tongwen.mappings.format.mt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;

class MtWriteTest {

    private static Tree text(String value) {
        return Tree.text(value, Place.NOWHERE);
    }

    private static Tree object() {
        return Tree.object(Place.NOWHERE);
    }

    private static Tree small() {
        Tree header = object().put("sender", text("AAAAGB2LAXXX")).put("receiver", text("BBBBESMMXXXX"));
        Tree amount = object().put("amount", text("1280,5"))
                .put("currency", text("EUR"))
                .put("date", text("261204"));
        Tree message = object();
        Mt.put(message, "59", object().put("name", text("Ejemplo SL")));
        Mt.put(message, "50K", object().put("name", text("Example Trading Ltd")));
        return message.put("_71A", text("SHA"))
                .put("_32A", amount)
                .put("_23B", text("CRED"))
                .put("_20", text("REF4471"))
                .put("header", header);
    }

    private static Tree at(Tree tree, String path) {
        Tree found = tree;
        for (String step : path.split("\\.")) {
            found = found.field(step).orElseThrow();
        }
        return found;
    }

    private static List<String> findings(Tree tree) {
        return Mt.shown(Mt.MT103.write(tree).findings());
    }

    @Test
    void whatWasReadIsWrittenByteForByte() {
        assertThat(Mt.write(Mt.tree(MtReadTest.FULL))).isEqualTo(MtReadTest.FULL);
    }

    @Test
    void aTreeIsWrittenInTheOrderOfTheLayoutWithDefaultsInTheHeader() {
        assertThat(Mt.write(small())).isEqualTo(Mt.crLf("""
                                {1:F01AAAAGB2LAXXX0000000000}{2:I103BBBBESMMXXXXN}{4:
                                :20:REF4471
                                :23B:CRED
                                :32A:261204EUR1280,5
                                :50K:Example Trading Ltd
                                :59:Ejemplo SL
                                :71A:SHA
                                -}"""));
    }

    @Test
    void fieldsOfTheUserHeaderStandInTheOrderOfTheStandard() {
        Tree user = object().put("_121", text("5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52"))
                .put("_103", text("EBA"));
        assertThat(Mt.write(small().put("user", user)))
                .contains("N}{3:{103:EBA}{121:5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52}}{4:");
    }

    @ParameterizedTest
    @CsvSource({
        "_20, REF_4471, mt.Character 4:20",
        "_20, REF4471//, mt.Format 4:20",
        "_20, REF44718901234567, mt.Format 4:20",
        "_23B, XXXX, mt.Format 4:23B",
        "_32A.amount, 1280.50, mt.Format 4:32A.amount",
        "_32A.currency, EU, mt.Format 4:32A.currency",
        "_32A.date, 261304, mt.Format 4:32A.date",
        "_50a.name, Ex\u00e4mple, mt.Character 4:50K.name",
        "_50a.name, Example Trading Ltd of Great Britain and, mt.LineTooLong 4:50K.name",
        "_50a.name, /Example, mt.Format 4:50K.name",
        "_59a.name, '', mt.Format 4:59.name",
        "header.sender, AAAAGB2L, mt.Format 1:sender",
        "header.receiver, bbbbESMMXXXX, mt.Format 2:receiver",
    })
    void aValueThatDoesNotFitIsFoundAndNothingIsWritten(String path, String value, String expected) {
        Tree tree = small();
        int dot = path.lastIndexOf('.');
        Tree holder = dot < 0 ? tree : at(tree, path.substring(0, dot));
        holder.put(path.substring(dot + 1), text(value));
        assertThat(findings(tree)).containsExactly(expected);
        assertThat(Mt.MT103.write(tree).value()).isEmpty();
    }

    @Test
    void aLineEndInAValueCannotFeignAField() {
        Tree tree =
                small().put("_70", object().put("text", Tree.list(Place.NOWHERE).add(text("x\r\n:71A:OUR"))));
        tree.remove("_71A");
        assertThat(findings(tree)).containsExactly("mt.Character 4:70.text[1]", "mt.MissingField 4:71A");
        assertThat(findings(small().put("_77T", text("x\n:20:y"))))
                .containsExactly("mt.DuplicateField 4:20", "mt.FieldOrder 4:20");
        assertThat(findings(small().put("_77T", text("x\n-}")))).isNotEmpty();
    }

    @Test
    void linesThatBeginWithAColonOrAHyphenAreRefused() {
        Tree lines = Tree.list(Place.NOWHERE).add(text("x")).add(text("-y"));
        assertThat(findings(small().put("_72", object().put("other", lines)))).containsExactly("mt.Format 4:72");
    }

    @Test
    void missingFieldsAndComponentsAreNamed() {
        Tree tree = small();
        tree.remove("_20");
        tree.remove("header");
        at(tree, "_32A").remove("amount");
        assertThat(findings(tree))
                .containsExactly(
                        "mt.MissingField 1:sender",
                        "mt.MissingField 2:receiver",
                        "mt.MissingField 4:20",
                        "mt.Format 4:32A.amount");
    }

    @Test
    void whatTheLayoutDoesNotKnowIsNotDropped() {
        Tree tree = small().put("_99Z", text("x")).put("other", text("x"));
        at(tree, "_32A").put("rate", text("1"));
        at(tree, "header").put("colour", text("1"));
        assertThat(findings(tree))
                .containsExactly(
                        "mt.UnknownField 2:colour",
                        "mt.UnknownField 4:32A.rate",
                        "mt.UnknownField 4:99Z",
                        "mt.UnknownField other");
    }

    @Test
    void valuesWithoutRoomAreFound() {
        Tree address = Tree.list(Place.NOWHERE);
        List.of("a", "b", "c", "d").forEach(line -> address.add(text(line)));
        Tree tree = small();
        at(tree, "_59a").put("address", address);
        assertThat(findings(tree)).containsExactly("mt.Format 4:59.address[4]");
        Tree party = object().put("clearing", text("FW")).put("account", text("1"));
        assertThat(findings(Mt.put(small(), "57C", object().put("party", party))))
                .containsExactly("mt.Format 4:57C.party.account");
        Tree header = at(small(), "header").put("inputTime", text("1200"));
        assertThat(findings(small().put("header", header))).containsExactly("mt.Format 2:inputTime");
    }

    @Test
    void textThatWouldBeReadOtherwiseIsRefused() {
        Tree party = object().put("account", text("C/123"));
        Tree agent = object().put("party", party).put("bic", text("AAAAGB2L"));
        assertThat(findings(Mt.put(small(), "52A", agent)))
                .containsExactly("mt.Format 4:52A.party.account", "mt.Format 4:52A.party.mark");
    }

    @Test
    void kindsAreThoseOfTheSchema() {
        Tree tree = small().put("_71F", text("x"))
                .put("_20", object().put("a", text("x")))
                .put("_23B", object());
        assertThat(findings(tree)).contains("mt.Format 4:71F", "mt.Format 4:20", "mt.Format 4:23B");
    }

    @Test
    void findingsStandWhereTheValueComesFrom() {
        Tree tree = small().put("_20", Tree.text("a_b", Place.of(12, 3, "/Document/MsgId")));
        assertThat(findings(tree)).containsExactly("mt.Character 12:3 /Document/MsgId");
    }

    @Test
    void theSchemaSaysWhatStandsInMessages() {
        SourceField schema = Mt.MT103.schema();
        assertThat(schema.fields().keySet())
                .startsWith("header", "user", "_20", "_13C")
                .endsWith("_77T", "trailer");
        assertThat(schema.field("_20").orElseThrow()).isEqualTo(SourceField.text(true, 16));
        assertThat(schema.field("_50a").orElseThrow().required()).isTrue();
        assertThat(schema.field("_71F").flatMap(field -> field.field("amount")).orElseThrow())
                .isEqualTo(SourceField.text(true, 15));
        assertThat(schema.field("_71A").orElseThrow().values()).containsExactly("BEN", "OUR", "SHA");
        assertThat(schema.field("_72").flatMap(field -> field.field("other")).flatMap(SourceField::items))
                .isEqualTo(Optional.of(SourceField.text(true, 35)));
        assertThat(schema.field("_52a")
                        .flatMap(field -> field.field("party"))
                        .orElseThrow()
                        .fields()
                        .keySet())
                .containsExactly("chips", "clearing", "id", "channel", "mark", "account");
        assertThat(schema.field("header").orElseThrow().fields().entrySet().stream()
                        .filter(entry -> entry.getValue().required())
                        .map(java.util.Map.Entry::getKey))
                .containsExactly("sender", "receiver");
        assertThat(Mt.MT103.mediaType()).isEqualTo("text/plain");
    }
}
