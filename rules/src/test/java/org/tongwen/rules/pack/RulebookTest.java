package org.tongwen.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Severity;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;

/** Rules that hold on a day, asked of messages. */
class RulebookTest {

    private static final LocalDate BEFORE = LocalDate.of(2026, 11, 13);
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 14);

    private static final String MESSAGE = """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">
              <FIToFICstmrCdtTrf>
                <GrpHdr>
                  <MsgId>REF-1</MsgId>
                  <CreDtTm>2026-11-21T10:30:00+08:00</CreDtTm>
                  <NbOfTxs>1</NbOfTxs>
                  <SttlmInf><SttlmMtd>INDA</SttlmMtd></SttlmInf>
                </GrpHdr>
                <CdtTrfTxInf>
                  <PmtId>
                    <InstrId>REF-1</InstrId>
                    <EndToEndId>E2E-1</EndToEndId>
                    <UETR>5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52</UETR>
                  </PmtId>
                  <IntrBkSttlmAmt Ccy="EUR">10</IntrBkSttlmAmt>
                  <IntrBkSttlmDt>2026-11-23</IntrBkSttlmDt>
                  <ChrgBr>SHAR</ChrgBr>
                  %s
                  <InstgAgt><FinInstnId><BICFI>AAAAGB2L</BICFI></FinInstnId></InstgAgt>
                  <InstdAgt><FinInstnId><BICFI>BBBBESMM</BICFI></FinInstnId></InstdAgt>
                  <Dbtr><Nm>Zhang San</Nm>%s<CtryOfRes>CN</CtryOfRes></Dbtr>
                  <DbtrAcct><Id><Othr><Id>6222021001123344556</Id></Othr></Id></DbtrAcct>
                  <DbtrAgt><FinInstnId><BICFI>AAAAGB2L</BICFI></FinInstnId></DbtrAgt>
                  <CdtrAgt><FinInstnId><BICFI>BBBBESMM</BICFI></FinInstnId></CdtrAgt>
                  <Cdtr><Nm>Li Si</Nm></Cdtr>
                </CdtTrfTxInf>
              </FIToFICstmrCdtTrf>
            </Document>
            """;

    @Test
    void anAddressWithoutTownAndCountryNamesThePartyAndWhatIsMissing() {
        assertThat(check("", "<PstlAdr><AdrLine>1 Demo Road</AdrLine></PstlAdr>", SINCE))
                .singleElement()
                .satisfies(breach -> {
                    Finding finding = breach.findingFrom("field 50K");
                    assertThat(finding.id()).isEqualTo("scheme.CU-27");
                    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
                    assertThat(finding.place().path())
                            .isEqualTo("/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]/Dbtr/PstlAdr");
                    assertThat(finding.message())
                            .startsWith(
                                    "the address (PstlAdr) of the debtor (Dbtr), from field 50K, lacks town (TwnNm) and country (Ctry): ")
                            .endsWith("(cbpr-plus CU-27)");
                });
    }

    @Test
    void onlyWhatIsMissingIsNamed() {
        assertThat(check("", "<PstlAdr><Ctry>GB</Ctry></PstlAdr>", SINCE))
                .singleElement()
                .satisfies(breach -> assertThat(breach.missing()).containsExactly("TwnNm"));
        assertThat(check("", "<PstlAdr><TwnNm>Leeds</TwnNm><Ctry>GB</Ctry></PstlAdr>", SINCE))
                .isEmpty();
    }

    @Test
    void aRuleIsSilentBeforeItsDay() {
        assertThat(check("", "<PstlAdr><AdrLine>1 Demo Road</AdrLine></PstlAdr>", BEFORE))
                .isEmpty();
    }

    @Test
    void aPlaceholderForTheAddressOfABankIsAWarningOfItsOwn() {
        String charges = "<ChrgsInf><Amt Ccy=\"EUR\">1</Amt><Agt><FinInstnId><Nm>NOTPROVIDED</Nm>"
                + "<PstlAdr><AdrLine>%s</AdrLine></PstlAdr></FinInstnId></Agt></ChrgsInf>";

        assertThat(check(charges.formatted("NOTPROVIDED"), "", SINCE))
                .singleElement()
                .satisfies(breach -> assertThat(breach.finding().id()).isEqualTo("scheme.CU-27-placeholder"))
                .satisfies(breach -> assertThat(breach.finding().severity()).isEqualTo(Severity.WARNING));
        assertThat(check(charges.formatted("1 Bank Street"), "", SINCE))
                .singleElement()
                .satisfies(breach -> assertThat(breach.finding().id()).isEqualTo("scheme.CU-27"));
        assertThat(check("", "<PstlAdr><AdrLine>NOTPROVIDED</AdrLine></PstlAdr>", SINCE))
                .as("a customer is no bank")
                .singleElement()
                .satisfies(breach -> assertThat(breach.finding().severity()).isEqualTo(Severity.ERROR));
    }

    @Test
    void anElementThatIsForbiddenIsNamed() {
        String data = "<SplmtryData><Envlp><x xmlns=\"urn:x\"/></Envlp></SplmtryData>";

        assertThat(check(MESSAGE.formatted("", "").replace("</CdtTrfTxInf>", "</CdtTrfTxInf>" + data), SINCE))
                .singleElement()
                .satisfies(breach -> assertThat(breach.finding().message())
                        .isEqualTo("supplementary data (SplmtryData) may not be there:"
                                + " supplementary data are not allowed (cbpr-plus CB-07)"));
    }

    @Test
    void rulesForOtherMessagesDoNotCount() {
        String noUetr = MESSAGE.formatted("", "").replaceAll("<UETR>.*</UETR>", "");

        assertThat(check(noUetr, SINCE))
                .extracting(breach -> breach.rule().name())
                .containsExactly("CB-12");
        assertThat(Rulebook.alone("cbpr-plus", SINCE)
                        .judge(read(noUetr), List.of())
                        .verdicts())
                .extracting(verdict -> verdict.rule().scope())
                .allMatch(scope -> scope.isEmpty() || scope.contains("pacs.008") || scope.contains("pacs"));
    }

    private static List<Breach> check(String charges, String address, LocalDate day) {
        return check(MESSAGE.formatted(charges, address), day);
    }

    private static List<Breach> check(String message, LocalDate day) {
        return Rulebook.alone("cbpr-plus", day).breaches(read(message));
    }

    private static BusinessMessage read(String message) {
        return new MessageReader(Catalogue.builtIn(), Limits.DEFAULT)
                .read(new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)))
                .value()
                .orElseThrow();
    }
}
