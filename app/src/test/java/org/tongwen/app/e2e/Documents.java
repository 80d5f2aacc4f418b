package org.tongwen.app.e2e;

/** One good document of each kind; tests spoil them in one place. */
final class Documents {

    static final String WECHAT = """
            {
              "appid": "wx0000000000demo01",
              "out_batch_no": "batch2026112100001",
              "batch_name": "十一月返现",
              "batch_remark": "十一月返现",
              "total_amount": 40050,
              "total_num": 2,
              "transfer_detail_list": [
                {
                  "out_detail_no": "detail20261121001",
                  "transfer_amount": 20000,
                  "transfer_remark": "返现一",
                  "openid": "oDEMO0000000000000000000001",
                  "user_name": "张三"
                },
                {
                  "out_detail_no": "detail20261121002",
                  "transfer_amount": 20050,
                  "transfer_remark": "返现二",
                  "openid": "oDEMO0000000000000000000002"
                }
              ],
              "transfer_scene_id": "1000",
              "notify_url": "https://merchant.example/notify"
            }
            """;

    static final String WALLET = """
            {
              "transfer_id": "T20261121103000001",
              "created": "20261121103000",
              "uetr": "5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52",
              "amount": 125050,
              "currency": "CNY",
              "settle_date": "20261121",
              "fee_mode": "SHA",
              "payer": {
                "type": "P",
                "given_name": "三",
                "family_name": "张",
                "id_no": "110101199003071234",
                "wallet": "W-00010001",
                "addr": {
                  "line": "示例路1号",
                  "zip": "100000",
                  "city": "北京",
                  "country": "CN"
                }
              },
              "payer_bank": "DEMOCNBJ",
              "payee": {
                "name": "Erika Beispiel",
                "account": "DE89370400440532013000",
                "addr": {
                  "line": "Musterweg 2",
                  "zip": "60311",
                  "city": "Frankfurt am Main",
                  "country": "DE"
                }
              },
              "payee_bank": "DEMODEFFXXX",
              "purpose": "FAMILY",
              "remark": "生日快乐"
            }
            """;

    static final String MT103 = """
            {1:F01AAAAGB2LAXXX0000000000}{2:I103BBBBESMMXXXXN}{3:{121:5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52}}{4:
            :20:REF4471
            :23B:CRED
            :32A:261204EUR1280,5
            :33B:EUR1280,5
            :50F:/00123456
            1/Example Trading Ltd
            2/1 Demo Road
            3/GB/Leeds
            :59F:/99887766
            1/Ejemplo SL
            3/ES/Madrid
            :70:/ROC/E2E-4471
            :71A:SHA
            -}
            """.stripTrailing();

    static final String PAIN = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
              <CstmrCdtTrfInitn>
                <GrpHdr>
                  <MsgId>batch2026112100001</MsgId>
                  <CreDtTm>2026-11-21T10:30:00+08:00</CreDtTm>
                  <NbOfTxs>2</NbOfTxs>
                  <CtrlSum>400.50</CtrlSum>
                  <InitgPty>
                    <Id>
                      <OrgId>
                        <Othr>
                          <Id>wx0000000000demo01</Id>
                          <SchmeNm>
                            <Prtry>WECHAT_APPID</Prtry>
                          </SchmeNm>
                        </Othr>
                      </OrgId>
                    </Id>
                  </InitgPty>
                </GrpHdr>
                <PmtInf>
                  <PmtInfId>batch2026112100001</PmtInfId>
                  <PmtMtd>TRF</PmtMtd>
                  <PmtTpInf>
                    <CtgyPurp>
                      <Prtry>BONUS</Prtry>
                    </CtgyPurp>
                  </PmtTpInf>
                  <ReqdExctnDt>
                    <Dt>2026-11-21</Dt>
                  </ReqdExctnDt>
                  <Dbtr>
                    <Nm>深圳示例商户有限公司</Nm>
                  </Dbtr>
                  <DbtrAcct>
                    <Id>
                      <Othr>
                        <Id>6222020200012345678</Id>
                      </Othr>
                    </Id>
                  </DbtrAcct>
                  <DbtrAgt>
                    <FinInstnId>
                      <BICFI>DEMOCNBJ</BICFI>
                    </FinInstnId>
                  </DbtrAgt>
                  <CdtTrfTxInf>
                    <PmtId>
                      <EndToEndId>detail20261121001</EndToEndId>
                    </PmtId>
                    <Amt>
                      <InstdAmt Ccy="CNY">200.00</InstdAmt>
                    </Amt>
                    <Cdtr>
                      <Nm>张三</Nm>
                    </Cdtr>
                    <CdtrAcct>
                      <Id>
                        <Othr>
                          <Id>oDEMO0000000000000000000001</Id>
                          <SchmeNm>
                            <Prtry>WECHAT_OPENID</Prtry>
                          </SchmeNm>
                          <Issr>wx0000000000demo01</Issr>
                        </Othr>
                      </Id>
                    </CdtrAcct>
                    <RmtInf>
                      <Ustrd>返现一</Ustrd>
                    </RmtInf>
                  </CdtTrfTxInf>
                  <CdtTrfTxInf>
                    <PmtId>
                      <EndToEndId>detail20261121002</EndToEndId>
                    </PmtId>
                    <Amt>
                      <InstdAmt Ccy="CNY">200.50</InstdAmt>
                    </Amt>
                    <CdtrAcct>
                      <Id>
                        <Othr>
                          <Id>oDEMO0000000000000000000002</Id>
                          <SchmeNm>
                            <Prtry>WECHAT_OPENID</Prtry>
                          </SchmeNm>
                          <Issr>wx0000000000demo01</Issr>
                        </Othr>
                      </Id>
                    </CdtrAcct>
                    <RmtInf>
                      <Ustrd>返现二</Ustrd>
                    </RmtInf>
                  </CdtTrfTxInf>
                </PmtInf>
              </CstmrCdtTrfInitn>
            </Document>
            """;

    static final String PACS_OF_WALLET = """
            <?xml version="1.0" encoding="UTF-8"?>
            <RequestPayload>
              <AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02">
                <Fr>
                  <FIId>
                    <FinInstnId>
                      <BICFI>DEMOCNBJ</BICFI>
                    </FinInstnId>
                  </FIId>
                </Fr>
                <To>
                  <FIId>
                    <FinInstnId>
                      <BICFI>DEMODEFFXXX</BICFI>
                    </FinInstnId>
                  </FIId>
                </To>
                <BizMsgIdr>T20261121103000001</BizMsgIdr>
                <MsgDefIdr>pacs.008.001.08</MsgDefIdr>
                <CreDt>2026-11-21T02:30:00+00:00</CreDt>
              </AppHdr>
              <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">
                <FIToFICstmrCdtTrf>
                  <GrpHdr>
                    <MsgId>T20261121103000001</MsgId>
                    <CreDtTm>2026-11-21T10:30:00+08:00</CreDtTm>
                    <NbOfTxs>1</NbOfTxs>
                    <SttlmInf>
                      <SttlmMtd>CLRG</SttlmMtd>
                    </SttlmInf>
                  </GrpHdr>
                  <CdtTrfTxInf>
                    <PmtId>
                      <EndToEndId>T20261121103000001</EndToEndId>
                      <UETR>5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52</UETR>
                    </PmtId>
                    <PmtTpInf>
                      <InstrPrty>NORM</InstrPrty>
                    </PmtTpInf>
                    <IntrBkSttlmAmt Ccy="CNY">1250.50</IntrBkSttlmAmt>
                    <IntrBkSttlmDt>2026-11-21</IntrBkSttlmDt>
                    <ChrgBr>SHAR</ChrgBr>
                    <Dbtr>
                      <Nm>三 张</Nm>
                      <PstlAdr>
                        <StrtNm>示例路1号</StrtNm>
                        <PstCd>100000</PstCd>
                        <TwnNm>北京</TwnNm>
                        <Ctry>CN</Ctry>
                      </PstlAdr>
                      <Id>
                        <PrvtId>
                          <Othr>
                            <Id>110101199003071234</Id>
                            <SchmeNm>
                              <Cd>NIDN</Cd>
                            </SchmeNm>
                          </Othr>
                        </PrvtId>
                      </Id>
                    </Dbtr>
                    <DbtrAcct>
                      <Id>
                        <Othr>
                          <Id>W-00010001</Id>
                        </Othr>
                      </Id>
                    </DbtrAcct>
                    <DbtrAgt>
                      <FinInstnId>
                        <BICFI>DEMOCNBJ</BICFI>
                      </FinInstnId>
                    </DbtrAgt>
                    <CdtrAgt>
                      <FinInstnId>
                        <BICFI>DEMODEFFXXX</BICFI>
                      </FinInstnId>
                    </CdtrAgt>
                    <Cdtr>
                      <Nm>Erika Beispiel</Nm>
                      <PstlAdr>
                        <StrtNm>Musterweg 2</StrtNm>
                        <PstCd>60311</PstCd>
                        <TwnNm>Frankfurt am Main</TwnNm>
                        <Ctry>DE</Ctry>
                      </PstlAdr>
                    </Cdtr>
                    <CdtrAcct>
                      <Id>
                        <IBAN>DE89370400440532013000</IBAN>
                      </Id>
                    </CdtrAcct>
                    <Purp>
                      <Cd>FAMI</Cd>
                    </Purp>
                    <RmtInf>
                      <Ustrd>生日快乐</Ustrd>
                    </RmtInf>
                  </CdtTrfTxInf>
                </FIToFICstmrCdtTrf>
              </Document>
            </RequestPayload>
            """;

    static final String PACS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <RequestPayload>
              <AppHdr xmlns="urn:iso:std:iso:20022:tech:xsd:head.001.001.02">
                <Fr>
                  <FIId>
                    <FinInstnId>
                      <BICFI>AAAAGB2L</BICFI>
                    </FinInstnId>
                  </FIId>
                </Fr>
                <To>
                  <FIId>
                    <FinInstnId>
                      <BICFI>BBBBESMM</BICFI>
                    </FinInstnId>
                  </FIId>
                </To>
                <BizMsgIdr>REF4471</BizMsgIdr>
                <MsgDefIdr>pacs.008.001.08</MsgDefIdr>
                <BizSvc>swift.cbprplus.03</BizSvc>
                <CreDt>2026-11-21T02:30:00+00:00</CreDt>
              </AppHdr>
              <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">
                <FIToFICstmrCdtTrf>
                  <GrpHdr>
                    <MsgId>REF4471</MsgId>
                    <CreDtTm>2026-11-21T02:30:00+00:00</CreDtTm>
                    <NbOfTxs>1</NbOfTxs>
                    <SttlmInf>
                      <SttlmMtd>INDA</SttlmMtd>
                    </SttlmInf>
                  </GrpHdr>
                  <CdtTrfTxInf>
                    <PmtId>
                      <InstrId>REF4471</InstrId>
                      <EndToEndId>E2E-4471</EndToEndId>
                      <UETR>5f1c2e0a-9d3b-4c77-8a21-6e4b0d9f3a52</UETR>
                    </PmtId>
                    <IntrBkSttlmAmt Ccy="EUR">1280.5</IntrBkSttlmAmt>
                    <IntrBkSttlmDt>2026-12-04</IntrBkSttlmDt>
                    <InstdAmt Ccy="EUR">1280.5</InstdAmt>
                    <ChrgBr>SHAR</ChrgBr>
                    <InstgAgt>
                      <FinInstnId>
                        <BICFI>AAAAGB2L</BICFI>
                      </FinInstnId>
                    </InstgAgt>
                    <InstdAgt>
                      <FinInstnId>
                        <BICFI>BBBBESMM</BICFI>
                      </FinInstnId>
                    </InstdAgt>
                    <Dbtr>
                      <Nm>Example Trading Ltd</Nm>
                      <PstlAdr>
                        <TwnNm>Leeds</TwnNm>
                        <Ctry>GB</Ctry>
                        <AdrLine>1 Demo Road</AdrLine>
                      </PstlAdr>
                    </Dbtr>
                    <DbtrAcct>
                      <Id>
                        <Othr>
                          <Id>00123456</Id>
                        </Othr>
                      </Id>
                    </DbtrAcct>
                    <DbtrAgt>
                      <FinInstnId>
                        <BICFI>AAAAGB2L</BICFI>
                      </FinInstnId>
                    </DbtrAgt>
                    <CdtrAgt>
                      <FinInstnId>
                        <BICFI>BBBBESMM</BICFI>
                      </FinInstnId>
                    </CdtrAgt>
                    <Cdtr>
                      <Nm>Ejemplo SL</Nm>
                      <PstlAdr>
                        <TwnNm>Madrid</TwnNm>
                        <Ctry>ES</Ctry>
                      </PstlAdr>
                    </Cdtr>
                    <CdtrAcct>
                      <Id>
                        <Othr>
                          <Id>99887766</Id>
                        </Othr>
                      </Id>
                    </CdtrAcct>
                  </CdtTrfTxInf>
                </FIToFICstmrCdtTrf>
              </Document>
            </RequestPayload>
            """;

    private Documents() {}
}
