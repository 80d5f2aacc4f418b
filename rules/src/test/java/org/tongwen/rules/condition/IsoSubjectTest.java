package org.tongwen.rules.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongwen.xsd.load.Catalogue;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Limits;
import org.tongwen.xsd.message.MessageReader;
import org.tongwen.xsd.message.Node;

class IsoSubjectTest {

    private static final BusinessMessage MESSAGE = new MessageReader(Catalogue.builtIn(), Limits.DEFAULT)
            .read("""
            <Envelope>
              <AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02">
                <Fr><FIId><FinInstnId><BICFI>JINHCNSH</BICFI></FinInstnId></FIId></Fr>
                <To><FIId><FinInstnId><BICFI>NORDUS33</BICFI></FinInstnId></FIId></To>
                <BizMsgIdr>SH261204-0017</BizMsgIdr>
                <MsgDefIdr>pacs.008.001.08</MsgDefIdr>
                <BizSvc>swift.cbprplus.stp.03</BizSvc>
                <CreDt>2026-12-04T10:30:00+08:00</CreDt>
              </AppHdr>
              <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">
                <FIToFICstmrCdtTrf>
                  <GrpHdr>
                    <MsgId>SH261204-0017</MsgId>
                    <CreDtTm>2026-12-04T10:30:00+08:00</CreDtTm>
                    <NbOfTxs>1</NbOfTxs>
                    <SttlmInf><SttlmMtd>INDA</SttlmMtd></SttlmInf>
                  </GrpHdr>
                  <CdtTrfTxInf>
                    <PmtId><EndToEndId>E2E-1</EndToEndId></PmtId>
                    <IntrBkSttlmAmt Ccy="USD">48250.75</IntrBkSttlmAmt>
                    <ChrgBr>SHAR</ChrgBr>
                    <ChrgsInf><Amt Ccy="USD">10</Amt><Agt><FinInstnId><BICFI>JINHCNSH</BICFI></FinInstnId></Agt></ChrgsInf>
                    <ChrgsInf><Amt Ccy="USD">5.25</Amt><Agt><FinInstnId><BICFI>NORDUS33</BICFI></FinInstnId></Agt></ChrgsInf>
                    <Dbtr><Nm>杭州丝绸</Nm></Dbtr>
                    <DbtrAgt><FinInstnId><BICFI>JINHCNSH</BICFI></FinInstnId></DbtrAgt>
                    <CdtrAgt><FinInstnId><BICFI>NORDUS33</BICFI></FinInstnId></CdtrAgt>
                    <Cdtr><Nm>Lakeside Fabrics</Nm></Cdtr>
                  </CdtTrfTxInf>
                </FIToFICstmrCdtTrf>
              </Document>
            </Envelope>
            """.getBytes(StandardCharsets.UTF_8))
            .value()
            .orElseThrow();

    private static Condition condition(String text) {
        return Condition.parse(text, Map.of("US", Set.of("NORDUS33"))).value().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AppHdr/BizSvc like 'swift.cbprplus.stp.*'",
                "FIToFICstmrCdtTrf",
                "FIToFICstmrCdtTrf/CdtTrfTxInf/IntrBkSttlmAmt@Ccy = 'USD'",
                "FIToFICstmrCdtTrf/CdtTrfTxInf/IntrBkSttlmAmt/@Ccy = 'USD'",
                "FIToFICstmrCdtTrf.CdtTrfTxInf.IntrBkSttlmAmt > 48250.7",
                "sum(FIToFICstmrCdtTrf/GrpHdr/NbOfTxs) = count(FIToFICstmrCdtTrf/CdtTrfTxInf)",
                "sum(FIToFICstmrCdtTrf/CdtTrfTxInf/ChrgsInf/Amt) = 15.25",
                "every FIToFICstmrCdtTrf/CdtTrfTxInf/ChrgsInf (Amt@Ccy = /FIToFICstmrCdtTrf/CdtTrfTxInf/IntrBkSttlmAmt@Ccy)",
                "FIToFICstmrCdtTrf/CdtTrfTxInf/ChrgsInf[2]/Agt/FinInstnId/BICFI in US",
                "AppHdr/BizMsgIdr = FIToFICstmrCdtTrf/GrpHdr/MsgId",
                "length(FIToFICstmrCdtTrf/CdtTrfTxInf/Dbtr/Nm) = 4",
                "distinct(FIToFICstmrCdtTrf/CdtTrfTxInf/ChrgsInf/Amt@Ccy) = 1",
                "count(FIToFICstmrCdtTrf/CdtTrfTxInf/ChrgsInf/Amt@Ccy) = 2",
                "not FICdtTrf and not Document",
                "not FIToFICstmrCdtTrf/CdtTrfTxInf/IntrBkSttlmAmt@Other",
            })
    void holdsForTheWholeMessage(String text) {
        assertThat(condition(text).holds(IsoSubject.of(MESSAGE))).as(text).isTrue();
    }

    @Test
    void anElementIsAskedFromWhereItStands() {
        Node payment =
                MESSAGE.document().root().find("FIToFICstmrCdtTrf/CdtTrfTxInf").orElseThrow();
        Subject subject = IsoSubject.of(MESSAGE).at(payment);

        assertThat(condition("PmtId/EndToEndId = 'E2E-1' and /AppHdr and not AppHdr")
                        .holds(subject))
                .isTrue();
        assertThat(subject.place().path()).isEqualTo("/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]");
    }

    @Test
    void aDocumentAloneHasNoHeader() {
        Subject subject = IsoSubject.of(MESSAGE.document().root());

        assertThat(condition("FIToFICstmrCdtTrf/GrpHdr and not AppHdr").holds(subject))
                .isTrue();
    }
}
