package org.tongwen.mappings.format.mt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tongwen.mappings.format.Fitting;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;

/** What becomes of values that fields of text have no room for. */
class RoomTest {

    private static Tree text(String value) {
        return Tree.text(value, Place.NOWHERE);
    }

    private static Tree list(String... values) {
        Tree list = Tree.list(Place.NOWHERE);
        for (String value : values) {
            list.add(text(value));
        }
        return list;
    }

    /** A sound message with this in one of its fields of text. */
    private static Tree with(String field, Tree value) {
        Tree message = Mt.tree(Mt.with("", ":50K:Ltd\n:59:Ejemplo SL\n", ":71A:SHA\n"));
        message.put(field, value);
        return message;
    }

    private static Fitting fitted(Tree message) {
        return Mt.MT103.fit(message);
    }

    @Test
    void whatHasRoomStaysAsItIs() {
        Tree remittance = Tree.object(Place.NOWHERE).put("text", list("INVOICE 1", "INVOICE 2"));
        Tree message = with("_70", remittance);

        assertThat(fitted(message)).isSameAs(Fitting.NONE);
        assertThat(message.field("_70")).containsSame(remittance);
    }

    @Test
    void theReferenceStandsBeforeWhatIsWrittenBehindCodeWordsAndBecomesText() {
        Tree purpose = text("GDDS");
        Tree message = with(
                "_70",
                Tree.object(Place.NOWHERE)
                        .put("purpose", purpose)
                        .put("reference", text("E2E-1"))
                        .put("text", list("INVOICE 1")));

        Fitting fitting = fitted(message);

        assertThat(message.field("_70").orElseThrow()).hasToString("{reference=E2E-1, text=[/PURP/GDDS, INVOICE 1]}");
        assertThat(fitting.of(purpose))
                .hasValueSatisfying(change -> assertThat(change.isCut()).isFalse());
    }

    @Test
    void whatFourLinesDoNotHoldIsCutAndMarked() {
        Tree name = text("Demonstration Works of the Northern Provinces for Machines, Tools and Instruments Ltd");
        Tree message =
                with("_70", Tree.object(Place.NOWHERE).put("debtor", name).put("text", list("INVOICE 1", "INVOICE 2")));

        Fitting fitting = fitted(message);

        assertThat(message.field("_70").orElseThrow())
                .hasToString("{text=[/ULTD/Demonstration Works of the, Northern Provinces for Machines,,"
                        + " Tools and Instruments Ltd, INVOICE 1+]}");
        assertThat(fitting.of(name))
                .hasValueSatisfying(change -> assertThat(change.isCut()).isFalse());
    }

    @Test
    void aLongInstructionGoesOnBehindTwoStrokes() {
        Tree message = with(
                "_72",
                Tree.object(Place.NOWHERE)
                        .put("other", list("/REC/please call the office before the account is credited")));

        fitted(message);

        assertThat(message.field("_72").orElseThrow())
                .hasToString("{other=[/REC/please call the office before, //the account is credited]}");
    }

    @Test
    void noMarkStandsBehindABank() {
        Tree message = with(
                "_72",
                Tree.object(Place.NOWHERE)
                        .put("ACC", list("one", "two", "three", "four", "five"))
                        .put("INS1", text("DEMOATWW"))
                        .put("other", list("/REC/seven")));

        fitted(message);

        assertThat(Mt.write(message)).contains("//five\r\n/INS/DEMOATWW\r\n-}").doesNotContain("/REC/seven");
    }
}
