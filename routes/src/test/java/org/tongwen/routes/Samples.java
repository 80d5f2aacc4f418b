package org.tongwen.routes;

/** ISO messages for tests. */
public final class Samples {

    public static final String PACS_008 = """
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">
              <FIToFICstmrCdtTrf>
                <GrpHdr>
                  <MsgId>M-1</MsgId>
                  <CreDtTm>2026-01-31T10:00:00+08:00</CreDtTm>
                  <NbOfTxs>1</NbOfTxs>
                  <SttlmInf><SttlmMtd>CLRG</SttlmMtd></SttlmInf>
                </GrpHdr>
                <CdtTrfTxInf>
                  <PmtId><EndToEndId>E-1</EndToEndId></PmtId>
                  <IntrBkSttlmAmt Ccy="CNY">400.50</IntrBkSttlmAmt>
                  <ChrgBr>SLEV</ChrgBr>
                  <Dbtr><Nm>同文商贸有限公司</Nm></Dbtr>
                  <DbtrAgt><FinInstnId><BICFI>BANKCNBJ</BICFI></FinInstnId></DbtrAgt>
                  <CdtrAgt><FinInstnId><BICFI>BANKDEFF</BICFI></FinInstnId></CdtrAgt>
                  <Cdtr><Nm>Jürgen &amp; Söhne</Nm></Cdtr>
                </CdtTrfTxInf>
              </FIToFICstmrCdtTrf>
            </Document>
            """;

    private static final String HEADER = """
            <AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02">
              <Fr><FIId><FinInstnId><BICFI>BANKCNBJ</BICFI></FinInstnId></FIId></Fr>
              <To><FIId><FinInstnId><BICFI>BANKDEFF</BICFI></FinInstnId></FIId></To>
              <BizMsgIdr>M-1</BizMsgIdr>
              <MsgDefIdr>pacs.008.001.08</MsgDefIdr>
              <CreDt>2026-01-31T10:00:00+08:00</CreDt>
            </AppHdr>
            """;

    public static final String WITH_HEADER = "<RequestPayload>" + HEADER + PACS_008 + "</RequestPayload>";

    private Samples() {}
}
