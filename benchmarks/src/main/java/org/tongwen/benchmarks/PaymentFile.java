package org.tongwen.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;

/** A pain.001.001.09 with any number of transactions of about 1 KB, made while it is read; NbOfTxs and CtrlSum are right. */
final class PaymentFile {

    private static final int DIFFERENT = 1_000;
    private static final long SEED = 20_261_121;

    private final List<byte[]> transactions = new ArrayList<>();

    PaymentFile() {
        Draw draw = new Draw(SEED);
        for (int number = 0; number < DIFFERENT; number++) {
            transactions.add(bytes(transaction(draw, number)));
        }
    }

    InputStream of(int count) {
        return new SequenceInputStream(new Enumeration<>() {
            private int next = -1;

            @Override
            public boolean hasMoreElements() {
                return next <= count;
            }

            @Override
            public InputStream nextElement() {
                if (!hasMoreElements()) {
                    throw new NoSuchElementException();
                }
                int part = next++;
                byte[] bytes = part < 0
                        ? bytes(head(count))
                        : part == count ? bytes(TAIL) : transactions.get(part % DIFFERENT);
                return new ByteArrayInputStream(bytes);
            }
        });
    }

    private static final String TAIL = """
                </PmtInf>
              </CstmrCdtTrfInitn>
            </Document>
            """;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Every transaction is of 12.50, so that the sum is known before they are written. */
    private static String head(int count) {
        long cents = 1_250L * count;
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
                  <CstmrCdtTrfInitn>
                    <GrpHdr>
                      <MsgId>BULK-1</MsgId>
                      <CreDtTm>2026-11-21T10:30:00+01:00</CreDtTm>
                      <NbOfTxs>%1$d</NbOfTxs>
                      <CtrlSum>%2$d.%3$02d</CtrlSum>
                      <InitgPty>
                        <Nm>Beispiel GmbH</Nm>
                      </InitgPty>
                    </GrpHdr>
                    <PmtInf>
                      <PmtInfId>BULK-1-1</PmtInfId>
                      <PmtMtd>TRF</PmtMtd>
                      <NbOfTxs>%1$d</NbOfTxs>
                      <CtrlSum>%2$d.%3$02d</CtrlSum>
                      <ReqdExctnDt>
                        <Dt>2026-11-23</Dt>
                      </ReqdExctnDt>
                      <Dbtr>
                        <Nm>Beispiel GmbH</Nm>
                      </Dbtr>
                      <DbtrAcct>
                        <Id>
                          <IBAN>DE89370400440532013000</IBAN>
                        </Id>
                      </DbtrAcct>
                      <DbtrAgt>
                        <FinInstnId>
                          <BICFI>DEMODEFF</BICFI>
                        </FinInstnId>
                      </DbtrAgt>
                """.formatted(count, cents / 100, cents % 100);
    }

    private static String transaction(Draw draw, int number) {
        return """
                      <CdtTrfTxInf>
                        <PmtId>
                          <InstrId>I%1$s</InstrId>
                          <EndToEndId>E2E-%1$s-%2$d</EndToEndId>
                          <UETR>%3$s</UETR>
                        </PmtId>
                        <Amt>
                          <InstdAmt Ccy="EUR">12.50</InstdAmt>
                        </Amt>
                        <CdtrAgt>
                          <FinInstnId>
                            <BICFI>%4$s</BICFI>
                          </FinInstnId>
                        </CdtrAgt>
                        <Cdtr>
                          <Nm>%5$s</Nm>
                          <PstlAdr>
                            <StrtNm>%6$s</StrtNm>
                            <PstCd>%7$s</PstCd>
                            <TwnNm>%8$s</TwnNm>
                            <Ctry>DE</Ctry>
                          </PstlAdr>
                        </Cdtr>
                        <CdtrAcct>
                          <Id>
                            <IBAN>%9$s</IBAN>
                          </Id>
                        </CdtrAcct>
                        <Purp>
                          <Cd>SALA</Cd>
                        </Purp>
                        <RmtInf>
                          <Ustrd>Salary of November 2026, %1$s</Ustrd>
                        </RmtInf>
                      </CdtTrfTxInf>
                """.formatted(
                        draw.digits(12),
                        number,
                        draw.uetr(),
                        draw.bic(),
                        draw.person(),
                        draw.street(),
                        draw.digits(5),
                        draw.town(),
                        draw.iban());
    }
}
