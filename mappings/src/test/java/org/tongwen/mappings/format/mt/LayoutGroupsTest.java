package org.tongwen.mappings.format.mt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.mappings.tree.SourceField;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;

class LayoutGroupsTest {

    private static final String STATEMENT = """
            :20:S1
            :25P:12345678
            AAAAGB2L
            :34F:EUR0,
            :60M:C261130EUR100,
            :61:2612011201CR10,5NTRFREF1//BANK1
            details
            :86:first
            of entry 1
            :61:261202RD1,FCHGREF2
            :61:261203D1,S103REF:3
            :86:of entry 3
            :62F:C261203EUR109,5
            :65:C261204EUR109,5
            :65:C261205EUR109,5
            :86:of all
            """;
    private static final String COVER = """
            :20:C1
            :52A:AAAAGB2L
            :58A:BBBBESMM
            :50K:Example Trading Ltd
            :52A:CCCCUS33
            :59:Ejemplo SL
            :72:inside
            """;
    private static final String ORDERS = """
            :20:O1
            :50L:Group Treasury
            :30:261204
            :21:A
            :23E:CHQB
            :23E:INTC/x
            :32B:EUR1,
            :26F:1
            :70:for 1
            :26F:2
            :71A:SHA
            :21:B
            :32B:EUR2,
            :50C:CCCCUS33
            :50H:/1
            Other Ltd
            :71A:OUR
            """;

    @Test
    void entriesOfAStatementAreAList() {
        Tree tree = MtType.of("801").tree(STATEMENT);
        assertThat(tree.field("line").orElseThrow())
                .hasToString(
                        "[{_61={valueDate=261201, entryDate=1201, mark=C, funds=R, amount=10,5, type=N, code=TRF, reference=REF1, "
                                + "bank=BANK1, details=details}, _86={text=[first, of entry 1]}}, "
                                + "{_61={valueDate=261202, mark=RD, amount=1,, type=F, code=CHG, reference=REF2}}, "
                                + "{_61={valueDate=261203, mark=D, amount=1,, type=S, code=103, reference=REF:3}, _86={text=[of entry 3]}}]");
        assertThat(tree.field("_86").orElseThrow()).hasToString("{text=[of all]}");
        assertThat(tree.field("_25a").orElseThrow()).hasToString("{option=P, account=12345678, bic=AAAAGB2L}");
        assertThat(tree.field("_60a").flatMap(balance -> balance.field("option")))
                .hasToString("Optional[M]");
        assertThat(tree.leaves().map(Tree::place).toList())
                .contains(Place.of(7, 17, "4:line[1]/61.amount"), Place.of(13, 5, "4:line[3]/86.text[1]"))
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({"801", "802", "803"})
    void whatIsReadIsWrittenAgain(String type) {
        String text = type.equals("801") ? STATEMENT : type.equals("802") ? COVER : ORDERS;
        MtType messages = MtType.of(type);
        assertThat(messages.write(messages.tree(text))).isEqualTo(messages.message(text));
    }

    @Test
    void aTagOfTheGroupStandsInItOnceItHasBegun() {
        assertThat(MtType.of("802").shown(COVER))
                .isEqualTo(
                        "_20=C1, _52a={option=A, bic=AAAAGB2L}, _58a={option=A, bic=BBBBESMM}, "
                                + "B={_50a={option=K, name=Example Trading Ltd}, _52a={option=A, bic=CCCCUS33}, _59={name=Ejemplo SL}, _72={text=[inside]}}");
        assertThat(MtType.of("802").shown(":20:C1\n:58A:BBBBESMM\n:72:outside\n"))
                .isEqualTo("_20=C1, _58a={option=A, bic=BBBBESMM}, _72={text=[outside]}");
    }

    @Test
    void groupsMayStandWithinGroupsAndBeginAnew() {
        assertThat(MtType.of("803").shown(ORDERS))
                .isEqualTo("_20=O1, _50i={option=L, id=Group Treasury}, _30=261204, "
                        + "B=[{_21=A, _23E=[{code=CHQB}, {code=INTC, text=x}], _32B={currency=EUR, amount=1,}, "
                        + "invoice=[{_26F=1, _70=[for 1]}, {_26F=2}], _71A=SHA}, "
                        + "{_21=B, _32B={currency=EUR, amount=2,}, _50i={option=C, bic=CCCCUS33}, "
                        + "_50a={option=H, account=1, name=Other Ltd}, _71A=OUR}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                // Lines of the statement stand two lower than in the text block, behind the head.
                "801;:61:261202RD1,FCHGREF2\\n;;",
                "801;:61:2612011201CR10,5NTRFREF1//BANK1\\ndetails\\n;;mt.MissingField 7:1 4:line[1]/61",
                "801;:86:of entry 3;:86:of entry 3\\n:86:more;mt.DuplicateField 14:1 4:line[3]/86",
                "801;:62F:C261203EUR109,5\\n;;mt.MissingField 1:51 4:62a",
                "801;:86:of all;:61:261203D1,NTRFREF4;mt.FieldOrder 17:1 4:line",
                "801;:86:of all;:86:of all\\n:86:x;mt.DuplicateField 18:1 4:86",
                "801;:34F:EUR0,\\n;;mt.MissingField 1:51 4:34F",
                "801;:34F:EUR0,;:34F:EUR0,\\n:34F:EURC0,\\n:34F:EURD0,;mt.DuplicateField 7:1 4:34F",
                "801;:86:of all;:86:of all\\n:99Z:x;mt.UnknownField 18:1 4:99Z",
                "801;:86:of all;:86:\\n:colon;mt.Format 17:5 4:86.text[1],mt.Format 18:1 4:86",
                "801;261202RD1;2612021301RD1;mt.Format 11:11 4:line[2]/61.entryDate",
                "801;RD1,F;XX1,F;mt.Format 11:11 4:line[2]/61.mark",
                "802;:59:Ejemplo SL\\n;;mt.MissingField 5:1 4:B/59",
                "802;:72:inside;:72:inside\\n:52A:AAAAGB2L;mt.FieldOrder 9:1 4:B/52A,mt.DuplicateField 9:1 4:B/52A",
                "802;:50K:Example Trading Ltd\\n;;mt.FieldOrder 5:1 4:52A,mt.DuplicateField 5:1 4:52A,mt.MissingField 6:1 4:B/50a",
                "802;:72:inside;:50F:1/x;mt.FieldOrder 8:1 4:B/50F,mt.Options 8:1 4:B/50F",
                "802;:72:inside;:58A:AAAAGB2L;mt.FieldOrder 8:1 4:58A,mt.DuplicateField 8:1 4:58A",
                "802;:58A:;:58a:;mt.UnknownField 4:1 4:58a,mt.MissingField 1:51 4:58A",
                "803;:32B:EUR1,\\n;;mt.MissingField 5:1 4:B[1]/32B",
                "803;:71A:SHA\\n;;mt.MissingField 5:1 4:B[1]/71A",
                "803;:21:A\\n;;mt.MissingField 5:1 4:B[1]/21",
                "803;:26F:1\\n;;mt.MissingField 9:1 4:B[1]/invoice[1]/26F",
                "803;:30:261204\\n;;mt.MissingField 1:51 4:30",
                "803;:21:B\\n;:21:B\\n:21:C\\n;mt.MissingField 13:1 4:B[2]/32B,mt.MissingField 13:1 4:B[2]/71A",
            })
    void eachMistakeIsFoundWhereItStands(String type, String from, String to, String expected) {
        String text = type.equals("801") ? STATEMENT : type.equals("802") ? COVER : ORDERS;
        String old = from.replace("\\n", "\n");
        assertThat(text).contains(old);
        String changed = text.replace(old, to == null ? "" : to.replace("\\n", "\n"));
        assertThat(MtType.of(type).findings(changed))
                .containsExactlyInAnyOrder(expected == null ? new String[0] : expected.split(","));
    }

    @Test
    void aGroupThatMustStandIsMissed() {
        assertThat(MtType.of("803").findings(":20:O1\n:30:261204\n")).containsExactly("mt.MissingField 1:51 4:B");
        String order = ":21:A\n:32B:EUR1,\n:71A:SHA\n";
        assertThat(MtType.of("803").findings(":20:O1\n:30:261204\n" + order.repeat(4)))
                .containsExactly("mt.DuplicateField 13:1 4:B");
    }

    @Test
    void theSchemaHasGroupsAsObjectsOrLists() {
        SourceField statement = MtType.of("801").source().schema();
        SourceField line = statement.field("line").orElseThrow();
        assertThat(line.kind()).isEqualTo(Tree.Kind.LIST);
        assertThat(line.required()).isFalse();
        assertThat(line.items().orElseThrow().fields()).containsOnlyKeys("_61", "_86");
        assertThat(line.field("_61").orElseThrow().required()).isTrue();
        assertThat(statement
                        .field("_60a")
                        .flatMap(field -> field.field("option"))
                        .orElseThrow()
                        .values())
                .containsExactly("F", "M");
        SourceField orders = MtType.of("803").source().schema();
        assertThat(orders.field("B").orElseThrow().required()).isTrue();
        assertThat(orders.field("B")
                        .flatMap(b -> b.field("invoice"))
                        .flatMap(b -> b.field("_70"))
                        .orElseThrow()
                        .kind())
                .isEqualTo(Tree.Kind.LIST);
        assertThat(MtType.of("802").source().schema().field("B").orElseThrow())
                .matches(b -> b.kind() == Tree.Kind.OBJECT && !b.required());
    }

    @Test
    void whatAGroupDoesNotKnowIsNotDropped() {
        Tree tree = MtType.of("803").tree(ORDERS);
        Tree first = tree.field("B").orElseThrow().items().get(0);
        first.put("_99Z", Tree.text("x", Place.NOWHERE));
        first.field("_32B").orElseThrow().put("rate", Tree.text("x", Place.NOWHERE));
        assertThat(Mt.shown(MtType.of("803").source().write(tree).findings()))
                .containsExactlyInAnyOrder("mt.UnknownField 4:B[1]/99Z", "mt.UnknownField 4:B[1]/32B.rate");
    }

    @Test
    void textThatFeignsAnEntryIsRefused() {
        Tree tree = MtType.of("801").tree(STATEMENT);
        Tree text = Tree.list(Place.NOWHERE)
                .add(Tree.text("x", Place.NOWHERE))
                .add(Tree.text(":61:261204D1,NTRFX", Place.NOWHERE));
        tree.field("_86").orElseThrow().put("text", text);
        assertThat(MtType.of("801").source().write(tree).value()).isEmpty();
    }

    @Test
    void aFieldOf200KilobytesIsAFindingOrAFewNotAnException() {
        String long86 = ":86:" + "x".repeat(200_000) + "\n";
        assertThat(MtType.of("801").findings(STATEMENT.replace(":86:of all\n", long86)))
                .containsExactly("mt.LineTooLong 17:70 4:86.text[1]");
        String many = ":86:" + "0123456789\n".repeat(20_000);
        assertThat(MtType.of("801").findings(STATEMENT.replace(":86:of all\n", many)))
                .hasSize(1_000)
                .allMatch(finding -> finding.endsWith("4:86"));
    }

    @Test
    void bracesThatOpenAThousandTimesAreFound() {
        String message = MtType.of("801").message(STATEMENT).replace("{4:", "{3:" + "{121:".repeat(40_000) + "}{4:");
        assertThat(MtType.of("801")
                        .source()
                        .read(message.getBytes(StandardCharsets.US_ASCII))
                        .ok())
                .isFalse();
    }

    @Test
    void tagsInSmallLettersAreUnknownWithAHint() {
        var findings = MtType.of("802").read(COVER.replace(":50K:", ":50k:")).findings();
        assertThat(findings)
                .filteredOn(finding -> finding.id().equals("mt.UnknownField"))
                .extracting(finding -> finding.hint())
                .containsExactly("tags have capital letters: 50K");
    }
}
