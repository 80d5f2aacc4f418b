package org.tongwen.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.Limits;

class MessageValidatorTest {

    private static final String MESSAGE = """
            <Envelope>
              <AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02">
                <Fr><FIId><FinInstnId><BICFI>AAAAGB2L</BICFI></FinInstnId></FIId></Fr>
                <To><FIId><FinInstnId><BICFI>BBBBESMM</BICFI></FinInstnId></FIId></To>
                <BizMsgIdr>REF-1</BizMsgIdr>
                <MsgDefIdr>%s</MsgDefIdr>
                <CreDt>2026-11-21T10:30:00+08:00</CreDt>
              </AppHdr>
              <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">
                <FIToFICstmrCdtTrf>
                  <GrpHdr>
                    <MsgId>REF-1</MsgId>
                    <CreDtTm>2026-11-21T10:30:00+08:00</CreDtTm>
                    <NbOfTxs>1</NbOfTxs>
                    <SttlmInf><SttlmMtd>CLRG</SttlmMtd></SttlmInf>
                  </GrpHdr>
                  <CdtTrfTxInf>
                    <PmtId><EndToEndId>E2E-1</EndToEndId></PmtId>
                    <IntrBkSttlmAmt Ccy="%s">%s</IntrBkSttlmAmt>
                    <ChrgBr>SHAR</ChrgBr>
                    <Dbtr><Nm>张三</Nm></Dbtr>
                    <DbtrAgt><FinInstnId><BICFI>AAAAGB2L</BICFI></FinInstnId></DbtrAgt>
                    <CdtrAgt><FinInstnId><BICFI>BBBBESMM</BICFI></FinInstnId></CdtrAgt>
                    <Cdtr><Nm>Li Si</Nm></Cdtr>
                    <CdtrAcct><Id><IBAN>%s</IBAN></Id></CdtrAcct>
                  </CdtTrfTxInf>
                </FIToFICstmrCdtTrf>
              </Document>
            </Envelope>
            """;

    private final MessageValidator validator = new MessageValidator(Catalogue.builtIn(), Limits.DEFAULT);

    @Test
    void aSoundMessageHasNoFindings() {
        assertThat(validate("pacs.008.001.08", "JPY", "15", "DE89370400440532013000"))
                .isEmpty();
        assertThat(validate("pacs.008.001.08", "CNY", "15.500", "DE89370400440532013000"))
                .isEmpty();
    }

    @Test
    void amountsKeepToTheDecimalsOfTheirCurrency() {
        assertThat(validate("pacs.008.001.08", "JPY", "1.5", "DE89370400440532013000"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.id()).isEqualTo("iso.CurrencyDecimals");
                    assertThat(finding.place().path())
                            .isEqualTo("/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]/IntrBkSttlmAmt");
                    assertThat(finding.place().line()).isEqualTo(19);
                });
    }

    @Test
    void currenciesMustBeRegistered() {
        assertThat(validate("pacs.008.001.08", "QQQ", "1", "DE89370400440532013000"))
                .extracting(Finding::id)
                .containsExactly("iso.Currency");
    }

    @Test
    void ibansNeedRightCheckDigits() {
        assertThat(validate("pacs.008.001.08", "EUR", "1", "DE88370400440532013000"))
                .extracting(Finding::id)
                .containsExactly("iso.Iban");
    }

    @Test
    void aProprietaryAccountThatLooksLikeAnIbanIsWorthALook() {
        String xml = MESSAGE.formatted("pacs.008.001.08", "EUR", "1", "DE89370400440532013000")
                .replace("<IBAN>DE89370400440532013000</IBAN>", "<Othr><Id>DE88370400440532013000</Id></Othr>");
        assertThat(validator.validate(xml.getBytes(StandardCharsets.UTF_8)).findings())
                .extracting(Finding::id)
                .containsExactly("iso.IbanLike");
    }

    @Test
    void theHeaderMustAnnounceItsDocument() {
        assertThat(validate("pacs.009.001.08", "EUR", "1", "DE89370400440532013000"))
                .extracting(Finding::id)
                .containsExactly("iso.MsgDefIdr");
    }

    @Test
    void aNumberWithAnExponentIsNoDecimal() {
        assertThat(validate("pacs.008.001.08", "JPY", "100E2147483647", "DE89370400440532013000"))
                .extracting(Finding::id)
                .containsExactly("xsd.Datatype");
        assertThat(validate("pacs.008.001.08", "JPY", "1".repeat(1_000_000), "DE89370400440532013000"))
                .extracting(Finding::id)
                .containsExactly("xsd.TotalDigits");
    }

    @Test
    void aThousandFindingsAreEnough() {
        String xml = MESSAGE.formatted("pacs.008.001.08", "EUR", "1", "DE88370400440532013000");
        int start = xml.indexOf("<CdtTrfTxInf>");
        int end = xml.indexOf("</FIToFICstmrCdtTrf>");
        String many = xml.substring(0, start) + xml.substring(start, end).repeat(5_000) + xml.substring(end);
        assertThat(validator.validate(many.getBytes(StandardCharsets.UTF_8)).findings())
                .hasSize(Limits.DEFAULT.maxFindings());
    }

    @Test
    void nothingIsCountedInADocumentThatBreaksOff() {
        String sound = MESSAGE.formatted("pacs.008.001.08", "EUR", "1", "DE89370400440532013000");
        byte[] part = sound.substring(0, sound.indexOf("<CdtTrfTxInf>")).getBytes(StandardCharsets.UTF_8);
        for (List<Finding> findings : List.of(
                validator.validate(part).findings(),
                validator.validate(new ByteArrayInputStream(part)).findings())) {
            assertThat(findings).extracting(Finding::id).containsExactly("xsd.NotWellFormed");
        }
    }

    @Test
    void partByPartTheFindingsAreTheSame() {
        String sound = MESSAGE.formatted("pacs.008.001.08", "EUR", "1", "DE89370400440532013000");
        int start = sound.indexOf("<CdtTrfTxInf>");
        int end = sound.indexOf("</FIToFICstmrCdtTrf>");
        String two = sound.substring(0, start) + sound.substring(start, end).repeat(2) + sound.substring(end);
        for (String xml : List.of(sound, two, two.replace("EUR", "QQQ"), two.replaceFirst("DE89", "DE88"))) {
            byte[] bytes = xml.getBytes(StandardCharsets.UTF_8);
            assertThat(validator.validate(new ByteArrayInputStream(bytes)).findings())
                    .isEqualTo(validator.validate(bytes).findings());
        }
        assertThat(validator.validate(two.getBytes(StandardCharsets.UTF_8)).findings())
                .extracting(Finding::id)
                .containsExactly("iso.NbOfTxs");
    }

    private List<Finding> validate(String definition, String currency, String amount, String iban) {
        String xml = MESSAGE.formatted(definition, currency, amount, iban);
        return validator.validate(xml.getBytes(StandardCharsets.UTF_8)).findings();
    }
}
