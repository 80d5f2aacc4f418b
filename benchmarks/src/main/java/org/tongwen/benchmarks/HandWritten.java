package org.tongwen.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.codehaus.stax2.XMLOutputFactory2;

/**
 * The mapping {@code wallet.transfer} towards ISO as a programmer writes it who trusts his input: Jackson's tree, and Woodstox set for
 * speed. Neither side is validated, and no loss is noticed.
 */
final class HandWritten {

    private static final String HEADER = "urn:iso:std:iso:20022:tech:xsd:head.001.001.02";
    private static final String DOCUMENT = "urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08";
    private static final Map<String, String> CHARGES = Map.of("OUR", "DEBT", "SHA", "SHAR", "BEN", "CRED");
    private static final Map<String, String> PURPOSES =
            Map.of("SALARY", "SALA", "GOODS", "GDDS", "SERVICES", "SCVE", "FAMILY", "FAMI");
    private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Za-z0-9]{11,30}");

    private final ObjectMapper jackson = new ObjectMapper();
    private final XMLOutputFactory2 writers = woodstox();

    /** Its class cannot be named here: it has an annotation that is on no class path. */
    private static XMLOutputFactory2 woodstox() {
        XMLOutputFactory2 woodstox = (XMLOutputFactory2) ServiceLoader.load(XMLOutputFactory.class).stream()
                .filter(found -> found.type().getName().equals("com.ctc.wstx.stax.WstxOutputFactory"))
                .findFirst()
                .orElseThrow()
                .get();
        woodstox.configureForSpeed();
        return woodstox;
    }

    /** JSON to a message. */
    byte[] toIso(byte[] json) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(4_096);
        try {
            JsonNode in = jackson.readTree(json);
            XMLStreamWriter xml = writers.createXMLStreamWriter(bytes, "UTF-8");
            new Message(in, xml).write();
            xml.close();
        } catch (XMLStreamException | IOException e) {
            throw new IllegalStateException(e);
        }
        return bytes.toByteArray();
    }

    private record Message(JsonNode in, XMLStreamWriter xml) {

        void write() throws XMLStreamException {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("RequestPayload");
            xml.writeStartElement("AppHdr");
            xml.writeDefaultNamespace(HEADER);
            header();
            xml.writeEndElement();
            xml.writeStartElement("Document");
            xml.writeDefaultNamespace(DOCUMENT);
            xml.writeStartElement("FIToFICstmrCdtTrf");
            group();
            transfer();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
        }

        private void header() throws XMLStreamException {
            xml.writeStartElement("Fr");
            xml.writeStartElement("FIId");
            agent(in.path("payer_bank").asText());
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeStartElement("To");
            xml.writeStartElement("FIId");
            agent(in.path("payee_bank").asText());
            xml.writeEndElement();
            xml.writeEndElement();
            text("BizMsgIdr", in.path("transfer_id").asText());
            text("MsgDefIdr", "pacs.008.001.08");
            text("CreDt", UsualChain.now());
        }

        private void group() throws XMLStreamException {
            xml.writeStartElement("GrpHdr");
            text("MsgId", in.path("transfer_id").asText());
            String created = in.path("created").asText();
            text(
                    "CreDtTm",
                    date(created) + "T" + created.substring(8, 10) + ":" + created.substring(10, 12) + ":"
                            + created.substring(12) + "+08:00");
            text("NbOfTxs", "1");
            xml.writeStartElement("SttlmInf");
            text("SttlmMtd", "CLRG");
            xml.writeEndElement();
            xml.writeEndElement();
        }

        private void transfer() throws XMLStreamException {
            xml.writeStartElement("CdtTrfTxInf");
            xml.writeStartElement("PmtId");
            text("EndToEndId", in.path("transfer_id").asText());
            text("UETR", in.path("uetr").asText());
            xml.writeEndElement();
            xml.writeStartElement("PmtTpInf");
            text("InstrPrty", in.path("priority").asText("NORM"));
            xml.writeEndElement();
            amount();
            text("IntrBkSttlmDt", date(in.path("settle_date").asText()));
            text("ChrgBr", CHARGES.getOrDefault(in.path("fee_mode").asText(), ""));
            debtor(in.path("payer"));
            account("DbtrAcct", in.path("payer").path("wallet").asText());
            xml.writeStartElement("DbtrAgt");
            agent(in.path("payer_bank").asText());
            xml.writeEndElement();
            xml.writeStartElement("CdtrAgt");
            agent(in.path("payee_bank").asText());
            xml.writeEndElement();
            xml.writeStartElement("Cdtr");
            text("Nm", cut(in.path("payee").path("name").asText()));
            address(in.path("payee").path("addr"));
            xml.writeEndElement();
            account("CdtrAcct", in.path("payee").path("account").asText());
            purpose();
            xml.writeEndElement();
        }

        private void amount() throws XMLStreamException {
            String currency = in.path("currency").asText();
            BigDecimal amount = BigDecimal.valueOf(
                    in.path("amount").longValue(),
                    Currency.getInstance(currency).getDefaultFractionDigits());
            xml.writeStartElement("IntrBkSttlmAmt");
            xml.writeAttribute("Ccy", currency);
            xml.writeCharacters(amount.toPlainString());
            xml.writeEndElement();
        }

        private void debtor(JsonNode payer) throws XMLStreamException {
            xml.writeStartElement("Dbtr");
            text(
                    "Nm",
                    payer.path("given_name").asText() + " "
                            + payer.path("family_name").asText());
            address(payer.path("addr"));
            boolean person = payer.path("type").asText().equals("P");
            xml.writeStartElement("Id");
            xml.writeStartElement(person ? "PrvtId" : "OrgId");
            xml.writeStartElement("Othr");
            text("Id", payer.path(person ? "id_no" : "reg_no").asText());
            if (person) {
                xml.writeStartElement("SchmeNm");
                text("Cd", "NIDN");
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
        }

        private void address(JsonNode address) throws XMLStreamException {
            if (address.isMissingNode()) {
                return;
            }
            xml.writeStartElement("PstlAdr");
            optional("StrtNm", address.path("line"));
            optional("PstCd", address.path("zip"));
            optional("TwnNm", address.path("city"));
            optional("Ctry", address.path("country"));
            xml.writeEndElement();
        }

        private void account(String name, String number) throws XMLStreamException {
            xml.writeStartElement(name);
            xml.writeStartElement("Id");
            if (isIban(number)) {
                text("IBAN", number);
            } else {
                xml.writeStartElement("Othr");
                text("Id", number);
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndElement();
        }

        private void purpose() throws XMLStreamException {
            xml.writeStartElement("Purp");
            text("Cd", PURPOSES.getOrDefault(in.path("purpose").asText(), ""));
            xml.writeEndElement();
            if (in.has("remark")) {
                xml.writeStartElement("RmtInf");
                text("Ustrd", cut(in.path("remark").asText()));
                xml.writeEndElement();
            }
        }

        private void agent(String bic) throws XMLStreamException {
            xml.writeStartElement("FinInstnId");
            text("BICFI", bic);
            xml.writeEndElement();
        }

        private void optional(String name, JsonNode value) throws XMLStreamException {
            if (!value.isMissingNode()) {
                text(name, value.asText());
            }
        }

        private void text(String name, String value) throws XMLStreamException {
            xml.writeStartElement(name);
            xml.writeCharacters(value);
            xml.writeEndElement();
        }
    }

    private static String date(String digits) {
        return digits.substring(0, 4) + "-" + digits.substring(4, 6) + "-" + digits.substring(6, 8);
    }

    private static String cut(String text) {
        return text.codePointCount(0, text.length()) <= 140 ? text : text.substring(0, text.offsetByCodePoints(0, 140));
    }

    private static boolean isIban(String text) {
        if (!IBAN.matcher(text).matches()) {
            return false;
        }
        int remainder = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt((i + 4) % text.length()), 36);
            remainder = (remainder * (digit < 10 ? 10 : 100) + digit) % 97;
        }
        return remainder == 1;
    }
}
