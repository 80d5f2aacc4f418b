package org.tongwen.benchmarks;

import java.nio.charset.StandardCharsets;

/** Messages pacs.008.001.08 of one transaction, 3 to 4 KB long, with agents, parties, charges and structured remittance. */
final class CreditTransfers {

    private CreditTransfers() {}

    static byte[] next(Draw draw, int number) {
        String reference = "REF" + draw.digits(12) + number;
        String amount = draw.number(1, 99_999) + "." + draw.digits(2);
        String xml = document(
                header(draw, reference) + transaction(draw, reference, amount) + remittance(draw, reference, amount));
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static String document(String content) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">
                  <FIToFICstmrCdtTrf>
                %s  </FIToFICstmrCdtTrf>
                </Document>
                """.formatted(content);
    }

    private static String header(Draw draw, String reference) {
        return """
                    <GrpHdr>
                      <MsgId>%s</MsgId>
                      <CreDtTm>2026-11-21T%02d:%02d:00+01:00</CreDtTm>
                      <NbOfTxs>1</NbOfTxs>
                      <SttlmInf>
                        <SttlmMtd>INDA</SttlmMtd>
                      </SttlmInf>
                    </GrpHdr>
                """.formatted(reference, draw.number(0, 23), draw.number(0, 59));
    }

    private static String transaction(Draw draw, String reference, String amount) {
        return """
                    <CdtTrfTxInf>
                      <PmtId>
                        <InstrId>%1$s</InstrId>
                        <EndToEndId>E2E-%1$s</EndToEndId>
                        <UETR>%2$s</UETR>
                      </PmtId>
                      <PmtTpInf>
                        <InstrPrty>NORM</InstrPrty>
                        <SvcLvl>
                          <Cd>G001</Cd>
                        </SvcLvl>
                      </PmtTpInf>
                      <IntrBkSttlmAmt Ccy="EUR">%3$s</IntrBkSttlmAmt>
                      <IntrBkSttlmDt>2026-12-%4$02d</IntrBkSttlmDt>
                      <InstdAmt Ccy="EUR">%3$s</InstdAmt>
                      <ChrgBr>SHAR</ChrgBr>
                      <ChrgsInf>
                        <Amt Ccy="EUR">2.50</Amt>
                %5$s      </ChrgsInf>
                      <InstgAgt>
                        <FinInstnId>
                          <BICFI>%6$s</BICFI>
                        </FinInstnId>
                      </InstgAgt>
                      <InstdAgt>
                        <FinInstnId>
                          <BICFI>%7$s</BICFI>
                        </FinInstnId>
                      </InstdAgt>
                      <Dbtr>
                %8$s      </Dbtr>
                      <DbtrAcct>
                        <Id>
                          <IBAN>%9$s</IBAN>
                        </Id>
                      </DbtrAcct>
                      <DbtrAgt>
                        <FinInstnId>
                          <BICFI>%6$s</BICFI>
                        </FinInstnId>
                      </DbtrAgt>
                      <CdtrAgt>
                        <FinInstnId>
                          <BICFI>%7$s</BICFI>
                        </FinInstnId>
                      </CdtrAgt>
                      <Cdtr>
                %10$s      </Cdtr>
                      <CdtrAcct>
                        <Id>
                          <IBAN>%11$s</IBAN>
                        </Id>
                      </CdtrAcct>
                      <Purp>
                        <Cd>GDDS</Cd>
                      </Purp>
                """.formatted(
                        reference,
                        draw.uetr(),
                        amount,
                        draw.number(1, 28),
                        agent(draw),
                        draw.bic(),
                        draw.bic(),
                        party(draw),
                        draw.iban(),
                        party(draw),
                        draw.iban());
    }

    private static String agent(Draw draw) {
        return """
                        <Agt>
                          <FinInstnId>
                            <BICFI>%s</BICFI>
                          </FinInstnId>
                        </Agt>
                """.formatted(draw.bic());
    }

    private static String party(Draw draw) {
        return """
                        <Nm>%s</Nm>
                        <PstlAdr>
                          <StrtNm>%s</StrtNm>
                          <PstCd>%s</PstCd>
                          <TwnNm>%s</TwnNm>
                          <Ctry>%s</Ctry>
                        </PstlAdr>
                        <Id>
                          <OrgId>
                            <Othr>
                              <Id>%s</Id>
                              <SchmeNm>
                                <Cd>COID</Cd>
                              </SchmeNm>
                            </Othr>
                          </OrgId>
                        </Id>
                """.formatted(
                        draw.company(), draw.street(), draw.digits(5), draw.town(), draw.country(), draw.digits(8));
    }

    private static String remittance(Draw draw, String reference, String amount) {
        return """
                      <RmtInf>
                        <Strd>
                          <RfrdDocInf>
                            <Tp>
                              <CdOrPrtry>
                                <Cd>CINV</Cd>
                              </CdOrPrtry>
                            </Tp>
                            <Nb>%s</Nb>
                            <RltdDt>2026-10-%02d</RltdDt>
                          </RfrdDocInf>
                          <RfrdDocAmt>
                            <RmtdAmt Ccy="EUR">%s</RmtdAmt>
                          </RfrdDocAmt>
                          <AddtlRmtInf>order of %s for %s</AddtlRmtInf>
                        </Strd>
                      </RmtInf>
                    </CdtTrfTxInf>
                """.formatted(reference, draw.number(1, 28), amount, draw.person(), draw.company());
    }
}
