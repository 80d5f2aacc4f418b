package org.tongwen.mappings.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.mappings.BankFolder;
import org.tongwen.mappings.Mapping;
import org.tongwen.mappings.Mappings;
import org.tongwen.mappings.plan.Context;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.plan.Outcome;
import org.tongwen.mappings.plan.Profile;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;

/** A dispatch over SWIFT MT, whose own type decides how a message is read. */
class MtDispatchTest {

    private static final String MAPPING = """
            mapping: bank.transfer
            iso: admi.002.001.01
            source: {format: mt, type: "103"}
            policy: {unread-source: note}
            admi.002.001.01:
              RltdRef: {Ref: _20}
              Rsn: {RjctgPtyRsn: _23B}
            """;

    private static final String DISPATCH = """
            dispatch: bank
            title: Messages of any type
            source: {format: mt}
            profile: cbpr-plus
            to-iso:
              - {type: "103", if: "_71A = 'OUR'", refuse: the bank pays no charges}
              - {type: "103", if: "_23B = 'CRED'", to: bank.transfer}
            """;

    private static final String MESSAGE = """
            {1:F01AAAAGB2LAXXX0000000000}{2:I%sBBBBESMMXXXXN}{3:{121:5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52}}{4:
            :20:REF4471
            :23B:%s
            :32A:261204EUR1280,5
            :33B:EUR1280,5
            :50K:/00123456
            Example Trading Ltd
            :59:/99887766
            Ejemplo SL
            :71A:%s
            -}
            """;

    private BankFolder bank;

    @BeforeEach
    void makeBank(@TempDir Path folder) {
        bank = new BankFolder(folder);
        bank.write("transfer.yaml", MAPPING);
        bank.write("bank.yaml", DISPATCH);
    }

    @Test
    void typeAndContentPickTheMapping() {
        Translation done = translate(MESSAGE.formatted("103", "CRED", "SHA"));

        assertThat(done.by()).isEqualTo("bank.transfer");
        assertThat(done.text().orElseThrow()).contains("<Ref>REF4471</Ref>");
    }

    @Test
    void aRefusalNamesTheTypeWhereItStands() {
        assertThat(translate(MESSAGE.formatted("103", "CRED", "OUR")).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.id()).isEqualTo("mapping.Refused");
                    assertThat(finding.message()).contains("the bank pays no charges");
                    assertThat(finding.value()).contains("103");
                    assertThat(finding.place().path()).isEqualTo("2:type");
                });
    }

    @Test
    void aTypeWithoutALayoutSaysWhichThereAre() {
        assertThat(translate(MESSAGE.formatted("999", "CRED", "SHA")).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.id()).isEqualTo("mt.Type");
                    assertThat(finding.value()).contains("999");
                    assertThat(finding.place().line()).isEqualTo(1);
                    assertThat(finding.hint()).contains("103");
                });
    }

    @Test
    void aKindWithoutALineSaysWhatTheLinesWant() {
        assertThat(translate(MESSAGE.formatted("103", "SPRI", "SHA")).findings())
                .extracting(Finding::id)
                .containsExactly("mapping.NoMapping");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                        | mt.Empty
            '{1:F01AAAAGB2LAXXX0000000000}'           | mt.Block
            'no message'                              | mt.Block
            '{1:F01AAAAGB2LAXXX0000000000}{2:IABCBBBBESMMXXXXN}{4:\n:20:X\n-}' | mt.Type
            """)
    void whatIsNoMessageIsAFinding(String document, String id) {
        assertThat(translate(document.replace("\\n", "\n")).findings())
                .extracting(Finding::id)
                .contains(id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            type: "103", if: "_71A = 'OUR'"  | type: "998", if: "_71A = 'OUR'"  | mapping.UnknownType
            if: "_71A = 'OUR'"               | if: "_71B = 'OUR'"               | mapping.UnknownSource
            {type: "103", if: "_71A = 'OUR'" | {if: "_71A = 'OUR'"              | mapping.Form
            """)
    void linesAreCheckedAgainstTheLayoutOfTheirType(String right, String wrong, String id) {
        assertThat(DISPATCH).contains(right);
        bank.write("bank.yaml", DISPATCH.replace(right, wrong));
        Checked<Mappings> loaded = bank.load();

        assertThat(loaded.findings()).extracting(Finding::id).contains(id);
        assertThat(loaded.value().orElseThrow().find("bank")).isEmpty();
    }

    @Test
    void theUsualProfileOfTheBuiltInDispatchHoldsPaymentsUnlessAnotherIsAskedFor() {
        Mapping swift = Mappings.load(Path.of("institutions"), Catalogue.builtIn())
                .value()
                .flatMap(all -> all.find("swift"))
                .orElseThrow();
        byte[] payment = MESSAGE.formatted("103", "CRED", "SHA")
                .replace("Ltd\n", "Ltd\n1 Demo Road\n")
                .getBytes(StandardCharsets.UTF_8);
        Context context = Context.live(Map.of());

        assertThat(swift.profile()).contains("cbpr-plus");
        assertThat(swift.translate(Direction.TO_ISO, payment, context).outcome())
                .isEqualTo(Outcome.HELD);
        assertThat(swift.translate(Direction.TO_ISO, payment, context.under(Profile.of("none")))
                        .outcome())
                .isEqualTo(Outcome.DONE);
    }

    @Test
    void aMappingCannotBeForMessagesOfAnyType() {
        bank.write("transfer.yaml", MAPPING.replace(", type: \"103\"", ""));

        assertThat(bank.load().findings())
                .extracting(Finding::id)
                .contains("mapping.UnknownType", "mapping.UnknownMapping");
    }

    private Translation translate(String message) {
        return bank.named("bank")
                .translate(
                        Direction.TO_ISO,
                        message.getBytes(StandardCharsets.UTF_8),
                        Context.live(Map.of()).under(Profile.of(Profile.NONE)));
    }
}
