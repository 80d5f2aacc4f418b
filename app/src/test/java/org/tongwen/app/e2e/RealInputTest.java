package org.tongwen.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.prowidesoftware.swift.io.parser.SwiftParser;
import com.prowidesoftware.swift.model.SwiftBlock3;
import com.prowidesoftware.swift.model.SwiftMessage;
import com.prowidesoftware.swift.model.field.Field;
import com.prowidesoftware.swift.model.field.Field121;
import com.prowidesoftware.swift.model.field.Field20;
import com.prowidesoftware.swift.model.field.Field23B;
import com.prowidesoftware.swift.model.field.Field32A;
import com.prowidesoftware.swift.model.field.Field33B;
import com.prowidesoftware.swift.model.field.Field36;
import com.prowidesoftware.swift.model.field.Field50F;
import com.prowidesoftware.swift.model.field.Field50K;
import com.prowidesoftware.swift.model.field.Field57A;
import com.prowidesoftware.swift.model.field.Field59;
import com.prowidesoftware.swift.model.field.Field59F;
import com.prowidesoftware.swift.model.field.Field70;
import com.prowidesoftware.swift.model.field.Field71A;
import com.prowidesoftware.swift.model.field.Field71F;
import com.prowidesoftware.swift.model.mt.mt1xx.MT103;
import com.prowidesoftware.swift.model.mx.BusinessAppHdrV02;
import com.prowidesoftware.swift.model.mx.MxPacs00800108;
import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction39;
import com.prowidesoftware.swift.model.mx.dic.PaymentInstruction30;
import com.wechat.pay.java.core.util.GsonUtil;
import com.wechat.pay.java.service.transferbatch.model.InitiateBatchTransferRequest;
import com.wechat.pay.java.service.transferbatch.model.TransferDetailInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.xmlunit.assertj3.XmlAssert;

/** Documents made by the institutions' own libraries, sent to a hub over HTTP, there and back. */
class RealInputTest {

    private static final String WECHAT = "wechat-pay.transfer-batch";
    private static final String MT = "swift.mt103";
    private static final String WALLET = "wallet.transfer";
    private static final String DEBTOR = "深圳市同文商贸有限公司 (A&B + 100%)";
    private static final Map<String, String> GIVEN =
            Map.of("debtor_name", DEBTOR, "debtor_account", "6222020200012345678", "debtor_agent", "DEMOCNBJXXX");
    private static final String UETR = "eb6305c9-1f7f-49de-aed0-16487c27b42d";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static RunningHub hub;

    @BeforeAll
    static void start() {
        hub = RunningHub.start();
    }

    @AfterAll
    static void stop() {
        hub.close();
    }

    @Test
    void theBatchOfWeChatsOwnSdkIsAValidInitiation() throws Exception {
        String xml = toIso(WECHAT, wechatJson(batch()), GIVEN);

        OfficialValidator.orSkip().accepts(xml, "pain.001.001.09");
    }

    @Test
    void theBatchOfWeChatsOwnSdkKeepsEveryValue() throws Exception {
        InitiateBatchTransferRequest batch = batch();

        MxPain00100109 message = MxPain00100109.parse(toIso(WECHAT, wechatJson(batch), GIVEN));

        var header = message.getCstmrCdtTrfInitn().getGrpHdr();
        assertThat(header.getMsgId()).isEqualTo(batch.getOutBatchNo());
        assertThat(header.getNbOfTxs()).isEqualTo("3");
        assertThat(header.getCtrlSum()).isEqualTo(new BigDecimal("40001.01"));
        assertThat(header.getCreDtTm().toInstant())
                .isBetween(
                        OffsetDateTime.now(ZoneOffset.UTC).minusMinutes(2).toInstant(),
                        OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(1).toInstant());
        assertThat(header.getInitgPty().getId().getOrgId().getOthr().get(0).getId())
                .isEqualTo(batch.getAppid());
        assertThat(message.getCstmrCdtTrfInitn().getPmtInf()).hasSize(1);
        checkInstruction(message.getCstmrCdtTrfInitn().getPmtInf().get(0), batch);
    }

    private static void checkInstruction(PaymentInstruction30 instruction, InitiateBatchTransferRequest batch) {
        assertThat(instruction.getPmtInfId()).isEqualTo(batch.getOutBatchNo());
        assertThat(instruction.getPmtMtd().value()).isEqualTo("TRF");
        assertThat(instruction.getPmtTpInf().getCtgyPurp().getPrtry()).isEqualTo("CASH_MARKETING");
        assertThat(instruction.getReqdExctnDt().getDt())
                .isBetween(LocalDate.now(ZoneOffset.ofHours(8)).minusDays(1), LocalDate.now(ZoneOffset.ofHours(8)));
        assertThat(instruction.getDbtr().getNm()).isEqualTo(DEBTOR);
        assertThat(instruction.getDbtrAcct().getId().getOthr().getId()).isEqualTo("6222020200012345678");
        assertThat(instruction.getDbtrAgt().getFinInstnId().getBICFI()).isEqualTo("DEMOCNBJXXX");
        List<CreditTransferTransaction34> transfers = instruction.getCdtTrfTxInf();
        assertThat(transfers).hasSize(3);
        for (int i = 0; i < transfers.size(); i++) {
            checkTransfer(transfers.get(i), batch.getTransferDetailList().get(i), batch.getAppid());
        }
    }

    private static void checkTransfer(CreditTransferTransaction34 transfer, TransferDetailInput detail, String appid) {
        var other = transfer.getCdtrAcct().getId().getOthr();
        assertThat(transfer.getPmtId().getEndToEndId()).isEqualTo(detail.getOutDetailNo());
        assertThat(transfer.getAmt().getInstdAmt().getCcy()).isEqualTo("CNY");
        assertThat(transfer.getAmt().getInstdAmt().getValue())
                .isEqualTo(BigDecimal.valueOf(detail.getTransferAmount(), 2));
        assertThat(other.getId()).isEqualTo(detail.getOpenid());
        assertThat(other.getIssr()).isEqualTo(appid);
        assertThat(other.getSchmeNm().getPrtry()).isEqualTo("WECHAT_OPENID");
        assertThat(transfer.getRmtInf().getUstrd()).containsExactly(detail.getTransferRemark());
        if (detail.getUserName() == null) {
            assertThat(transfer.getCdtr()).isNull();
        } else {
            assertThat(transfer.getCdtr().getNm()).isEqualTo(detail.getUserName());
        }
    }

    @Test
    void theBatchOfWeChatsOwnSdkComesBackApartFromTheDeclaredLosses() throws Exception {
        String json = wechatJson(batch());

        JsonNode there = hub.wrapped(WECHAT, "to-iso", json, GIVEN);
        JsonNode back = hub.wrapped(WECHAT, "from-iso", there.get("result").asText(), Map.of());

        assertThat(there.get("findings")).isEmpty();
        assertThat(there.get("losses"))
                .containsExactly(
                        loss(json, "batch_name", "kept by the channel", "双十一返现 😀", Optional.of("plfk2020042013")),
                        loss(json, "batch_remark", "kept by the channel", "2026年11月返现", Optional.of("plfk2020042013")),
                        loss(
                                json,
                                "notify_url",
                                "channel callback, not part of the payment",
                                "https://merchant.example/notify?a=1&b=<2>",
                                Optional.empty()));
        assertThat(back.get("findings")).isEmpty();
        // The time of creation is lost, too, unless both translations fall into one second.
        assertThat(back.get("losses").findValuesAsText("field"))
                .as("given values are not in the document")
                .filteredOn(field -> !field.equals("CreDtTm"))
                .containsExactly("Nm", "Id", "BICFI");
        ObjectNode expected = (ObjectNode) JSON.readTree(json);
        expected.put("batch_name", "plfk2020042013").put("batch_remark", "plfk2020042013");
        expected.remove("notify_url");
        assertThat(JSON.readTree(back.get("result").asText())).isEqualTo(expected);
    }

    @Test
    void whatComesBackIsReadByWeChatsOwnSdk() {
        String xml = toIso(WECHAT, wechatJson(batch()), GIVEN);

        InitiateBatchTransferRequest back =
                GsonUtil.getGson().fromJson(fromIso(WECHAT, xml), InitiateBatchTransferRequest.class);

        assertThat(back.getTotalAmount()).isEqualTo(4_000_101L);
        assertThat(back.getTransferDetailList().get(0).getUserName()).isEqualTo("欧阳𠮷娜");
    }

    @Test
    void numbersOfLossesAndFindingsStandInTheHead() {
        RunningHub.Answer answer = hub.translate(WECHAT, "to-iso", bytes(wechatJson(batch())), GIVEN);

        assertThat(answer.losses()).isEqualTo(3);
        assertThat(answer.findings()).isZero();
        assertThat(answer.contentType()).isEqualTo("application/xml; charset=utf-8");
    }

    @Test
    void theMessagesOfProwidesBuilderAreValidTransfersWithHeader() throws Exception {
        OfficialValidator official = OfficialValidator.orSkip();
        for (MT103 mt : List.of(companyToCompany(), personToAccount())) {
            official.accepts(toIso(MT, mt.message(), Map.of()), "head.001.001.02", "pacs.008.001.08");
        }
    }

    @Test
    void theTransferOfACompanyKeepsEveryValue() {
        MxPacs00800108 message =
                MxPacs00800108.parse(toIso(MT, companyToCompany().message(), Map.of()));

        BusinessAppHdrV02 header = (BusinessAppHdrV02) message.getAppHdr();
        assertThat(header.getFr().getFIId().getFinInstnId().getBICFI()).isEqualTo("AAAAGB2L");
        assertThat(header.getTo().getFIId().getFinInstnId().getBICFI()).isEqualTo("BBBBESMM");
        assertThat(header.getBizMsgIdr()).isEqualTo("REF4471-A");
        assertThat(header.getMsgDefIdr()).isEqualTo("pacs.008.001.08");
        CreditTransferTransaction39 transfer = transfer(message);
        assertThat(transfer.getPmtId().getUETR()).isEqualTo(UETR);
        assertThat(transfer.getPmtId().getInstrId()).isEqualTo("REF4471-A");
        assertThat(transfer.getPmtId().getEndToEndId()).isEqualTo("INV-2026/0815");
        checkAmount(transfer, "JPY", "150001", "USD", "1000.01");
        assertThat(transfer.getXchgRate()).isEqualByComparingTo("150");
        assertThat(transfer.getIntrBkSttlmDt()).isEqualTo(LocalDate.of(2026, 12, 4));
        assertThat(transfer.getChrgBr().value()).isEqualTo("SHAR");
        assertThat(transfer.getChrgsInf().get(0).getAmt().getCcy()).isEqualTo("USD");
        assertThat(transfer.getChrgsInf().get(0).getAmt().getValue()).isEqualByComparingTo("2.50");
        assertThat(transfer.getDbtr().getNm()).isEqualTo("Example Trading Ltd");
        assertThat(transfer.getDbtr().getPstlAdr().getAdrLine()).containsExactly("1 Demo Road");
        assertThat(transfer.getDbtr().getPstlAdr().getTwnNm()).isEqualTo("Leeds");
        assertThat(transfer.getDbtr().getPstlAdr().getCtry()).isEqualTo("GB");
        assertThat(transfer.getDbtrAcct().getId().getIBAN()).isEqualTo("GB29NWBK60161331926819");
        assertThat(transfer.getCdtrAgt().getFinInstnId().getBICFI()).isEqualTo("CCCCESMMXXX");
        assertThat(transfer.getCdtr().getNm()).isEqualTo("Ejemplo SL");
        assertThat(transfer.getCdtr().getPstlAdr().getTwnNm()).isEqualTo("Madrid");
        assertThat(transfer.getCdtrAcct().getId().getIBAN()).isEqualTo("ES9121000418450200051332");
    }

    @Test
    void theTransferOfAPersonKeepsEveryValue() {
        MxPacs00800108 message =
                MxPacs00800108.parse(toIso(MT, personToAccount().message(), Map.of()));

        CreditTransferTransaction39 transfer = transfer(message);
        assertThat(transfer.getPmtId().getUETR()).isEqualTo(UETR);
        assertThat(transfer.getPmtId().getEndToEndId()).isEqualTo("NOTPROVIDED");
        checkAmount(transfer, "KWD", "10.125", "KWD", "10.125");
        assertThat(transfer.getChrgBr().value()).isEqualTo("DEBT");
        assertThat(transfer.getDbtr().getNm()).isEqualTo("ANN EXAMPLE");
        assertThat(transfer.getDbtr().getPstlAdr().getAdrLine()).containsExactly("2 DEMO STREET", "LONDON");
        assertThat(transfer.getDbtrAcct().getId().getOthr().getId()).isEqualTo("00123456");
        assertThat(transfer.getDbtrAgt().getFinInstnId().getBICFI()).isEqualTo("AAAAGB2L");
        assertThat(transfer.getCdtrAgt().getFinInstnId().getBICFI()).isEqualTo("BBBBESMM");
        assertThat(transfer.getCdtr().getNm()).isEqualTo("ERIKA BEISPIEL");
        assertThat(transfer.getCdtr().getPstlAdr().getAdrLine()).containsExactly("MUSTERWEG 2", "FRANKFURT");
        assertThat(transfer.getCdtrAcct().getId().getOthr().getId()).isEqualTo("000123456789");
        assertThat(transfer.getRmtInf().getUstrd()).containsExactly("INVOICE 4711, OF 2026-11-01");
    }

    private static CreditTransferTransaction39 transfer(MxPacs00800108 message) {
        var body = message.getFIToFICstmrCdtTrf();
        assertThat(body.getGrpHdr().getNbOfTxs()).isEqualTo("1");
        assertThat(body.getCdtTrfTxInf()).hasSize(1);
        return body.getCdtTrfTxInf().get(0);
    }

    private static void checkAmount(
            CreditTransferTransaction39 transfer,
            String settled,
            String settledAmount,
            String told,
            String toldAmount) {
        assertThat(transfer.getIntrBkSttlmAmt().getCcy()).isEqualTo(settled);
        assertThat(transfer.getIntrBkSttlmAmt().getValue()).isEqualByComparingTo(settledAmount);
        assertThat(transfer.getInstdAmt().getCcy()).isEqualTo(told);
        assertThat(transfer.getInstdAmt().getValue()).isEqualByComparingTo(toldAmount);
    }

    @Test
    void theMessagesOfProwidesBuilderComeBackFieldByFieldAndAsAWhole() {
        for (MT103 mt : List.of(companyToCompany(), personToAccount())) {
            JsonNode there = hub.wrapped(MT, "to-iso", mt.message(), Map.of());
            JsonNode back = hub.wrapped(MT, "from-iso", there.get("result").asText(), Map.of());
            String text = back.get("result").asText();

            assertThat(there.get("findings")).isEmpty();
            assertThat(there.get("losses")).isEmpty();
            assertThat(back.get("findings")).isEmpty();
            // The time at which the message was made is another when the second is.
            assertThat(back.get("losses"))
                    .allMatch(loss -> loss.get("path").asText().equals("/AppHdr/CreDt"));
            assertThat(fields(parsed(text))).isEqualTo(fields(mt.getSwiftMessage()));
            assertThat(text).isEqualTo(mt.message());
        }
    }

    @Test
    void whatTheNetworkAddsIsListedAsLost() {
        MT103 mt = personToAccount();
        mt.getSwiftMessage().getBlock1().setSessionNumber("1234");
        mt.getSwiftMessage().getBlock1().setSequenceNumber("567890");

        JsonNode there = hub.wrapped(MT, "to-iso", mt.message(), Map.of());

        assertThat(StreamSupport.stream(there.get("losses").spliterator(), false)
                        .map(RealInputTest::shown))
                .containsExactly("1:19 header.session 1234", "1:23 header.sequence 567890");
    }

    private static String shown(JsonNode loss) {
        return loss.get("line").asInt() + ":" + loss.get("column").asInt() + " "
                + loss.get("field").asText() + " " + loss.get("value").asText();
    }

    @Test
    void theWalletsTransferIsValidAndComesBackTheSame() throws Exception {
        JsonNode there = hub.wrapped(WALLET, "to-iso", Documents.WALLET, Map.of());
        String xml = there.get("result").asText();

        JsonNode back = hub.wrapped(WALLET, "from-iso", xml, Map.of());

        assertThat(there.get("losses")).isEmpty();
        assertThat(back.get("losses").findValuesAsText("field"))
                .as("the next message has a time of its own, perhaps in the same second")
                .isSubsetOf("CreDt");
        assertThat(JSON.readTree(back.get("result").asText())).isEqualTo(JSON.readTree(Documents.WALLET));
        CreditTransferTransaction39 transfer = transfer(MxPacs00800108.parse(xml));
        assertThat(transfer.getDbtr().getNm()).isEqualTo("三 张");
        assertThat(transfer.getRmtInf().getUstrd()).containsExactly("生日快乐");
        assertThat(transfer.getIntrBkSttlmAmt().getValue()).isEqualByComparingTo("1250.50");
        OfficialValidator.orSkip().accepts(xml, "head.001.001.02", "pacs.008.001.08");
    }

    @Test
    void theBatchInIsoComesBackAsItWas() {
        String json = fromIso(WECHAT, Documents.PAIN);
        Map<String, String> given = Map.of(
                "debtor_name", "深圳示例商户有限公司", "debtor_account", "6222020200012345678", "debtor_agent", "DEMOCNBJ");

        same(toIso(WECHAT, json, given), Documents.PAIN, "CreDtTm", "ReqdExctnDt");
    }

    @Test
    void theTransferInIsoComesBackAsItWas() {
        same(toIso(WALLET, fromIso(WALLET, Documents.PACS_OF_WALLET), Map.of()), Documents.PACS_OF_WALLET, "CreDt");
        same(toIso(MT, fromIso(MT, Documents.PACS), Map.of()), Documents.PACS, "CreDt", "CreDtTm");
        for (MT103 mt : List.of(companyToCompany(), personToAccount())) {
            String xml = toIso(MT, mt.message(), Map.of());
            same(toIso(MT, fromIso(MT, xml), Map.of()), xml, "CreDt", "CreDtTm");
        }
    }

    /** Identical but for the elements that hold the time of translation. */
    private static void same(String xml, String original, String... generated) {
        Set<String> left = Set.of(generated);
        XmlAssert.assertThat(xml)
                .and(original)
                .withDocumentBuilderFactory(DocumentBuilderFactory.newDefaultInstance())
                .ignoreWhitespace()
                .withNodeFilter(node -> node.getLocalName() == null || !left.contains(node.getLocalName()))
                .areIdentical();
    }

    @Test
    void everyOneOfManyRequestsAtOnceGetsItsOwnResult() throws Exception {
        List<Callable<Void>> requests = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            int number = i;
            requests.add(() -> batchOfItsOwn(number));
            requests.add(() -> transferOfItsOwn(number));
            requests.add(() -> mistakeOfItsOwn(number));
        }
        ExecutorService threads = Executors.newFixedThreadPool(24);
        try {
            for (Future<Void> request : threads.invokeAll(requests)) {
                request.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @SuppressWarnings("NullAway") // what a Callable without a result returns
    private static Void batchOfItsOwn(int number) throws Exception {
        InitiateBatchTransferRequest batch = batch();
        batch.setOutBatchNo("batch" + number);
        batch.getTransferDetailList().get(2).setUserName("李" + number);
        String json = wechatJson(batch);
        MxPain00100109 message = MxPain00100109.parse(toIso(WECHAT, json, GIVEN));
        assertThat(message.getCstmrCdtTrfInitn().getGrpHdr().getMsgId()).isEqualTo("batch" + number);
        assertThat(message.getCstmrCdtTrfInitn()
                        .getPmtInf()
                        .get(0)
                        .getCdtTrfTxInf()
                        .get(2)
                        .getCdtr()
                        .getNm())
                .isEqualTo("李" + number);
        return null;
    }

    @SuppressWarnings("NullAway") // as above
    private static Void transferOfItsOwn(int number) {
        String mt = Documents.MT103
                .replace("REF4471", "REF" + number)
                .replace("1280,5", number + ",25")
                .replace("\n", "\r\n");
        assertThat(fromIso(MT, toIso(MT, mt, Map.of()))).isEqualTo(mt);
        return null;
    }

    @SuppressWarnings("NullAway") // as above
    private static Void mistakeOfItsOwn(int number) {
        String json = Documents.WALLET.replace("125050", "\"no number " + number + "\"");
        RunningHub.Answer answer = hub.translate(WALLET, "to-iso", bytes(json), Map.of());
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/findings/0/value").asText()).isEqualTo("no number " + number);
        return null;
    }

    private static InitiateBatchTransferRequest batch() {
        InitiateBatchTransferRequest batch = new InitiateBatchTransferRequest();
        batch.setAppid("wxf636efh567hg4356");
        batch.setOutBatchNo("plfk2020042013");
        batch.setBatchName("双十一返现 😀");
        batch.setBatchRemark("2026年11月返现");
        batch.setTotalAmount(4_000_101L);
        batch.setTotalNum(3);
        batch.setTransferSceneId("1001");
        batch.setNotifyUrl("https://merchant.example/notify?a=1&b=<2>");
        batch.setTransferDetailList(List.of(
                detail("x23zy545Bd5436", 4_000_000L, "返现一：“新人”", "o-MYE42l80oelYMDE34nYD456Xoy", "欧阳𠮷娜"),
                detail("x23zy545Bd5437", 1L, "<返现&二>", "o-MYE42l80oelYMDE34nYD456Xoz", null),
                detail("x23zy545Bd5438", 100L, "返现三", "o-MYE42l80oelYMDE34nYD456Xo0", "李四")));
        return batch;
    }

    private static TransferDetailInput detail(
            String number, long fen, String remark, String openid, @org.jspecify.annotations.Nullable String name) {
        TransferDetailInput detail = new TransferDetailInput();
        detail.setOutDetailNo(number);
        detail.setTransferAmount(fen);
        detail.setTransferRemark(remark);
        detail.setOpenid(openid);
        detail.setUserName(name);
        return detail;
    }

    private static String wechatJson(InitiateBatchTransferRequest batch) {
        return GsonUtil.toJson(batch);
    }

    /** From a company to another in a foreign currency, with the option F of the parties. */
    private static MT103 companyToCompany() {
        return mt(
                new Field20("REF4471-A"),
                new Field23B("CRED"),
                new Field32A().setDate("261204").setCurrency("JPY").setAmount("150001,"),
                new Field33B().setCurrency("USD").setAmount("1000,01"),
                new Field36("150,"),
                new Field50F("/GB29NWBK60161331926819\n1/Example Trading Ltd\n2/1 Demo Road\n3/GB/Leeds"),
                new Field57A("CCCCESMMXXX"),
                new Field59F("/ES9121000418450200051332\n1/Ejemplo SL\n3/ES/Madrid"),
                new Field70("/ROC/INV-2026/0815"),
                new Field71A("SHA"),
                new Field71F("USD2,5"));
    }

    /** From a person to an account, with names and addresses as lines. */
    private static MT103 personToAccount() {
        return mt(
                new Field20("REF4472"),
                new Field23B("CRED"),
                new Field32A().setDate("261204").setCurrency("KWD").setAmount("10,125"),
                new Field33B().setCurrency("KWD").setAmount("10,125"),
                new Field50K("/00123456\nANN EXAMPLE\n2 DEMO STREET\nLONDON"),
                new Field59("/000123456789\nERIKA BEISPIEL\nMUSTERWEG 2\nFRANKFURT"),
                new Field70("INVOICE 4711, OF 2026-11-01"),
                new Field71A("OUR"));
    }

    private static MT103 mt(Field... fields) {
        MT103 message = new MT103();
        message.setSender("AAAAGB2LAXXX");
        message.setReceiver("BBBBESMMXXXX");
        message.getSwiftMessage().setBlock3(new SwiftBlock3());
        message.getSwiftMessage().getBlock3().append(new Field121(UETR));
        for (Field field : fields) {
            message.addField(field);
        }
        return message;
    }

    private static SwiftMessage parsed(String text) {
        try {
            return new SwiftParser(text).message();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> fields(SwiftMessage message) {
        return message.getBlock4().getTags().stream()
                .map(tag -> tag.getName() + ":" + tag.getValue())
                .toList();
    }

    private static String toIso(String mapping, String document, Map<String, String> given) {
        return hub.translate(mapping, "to-iso", bytes(document), given).ok().body();
    }

    private static String fromIso(String mapping, String xml) {
        return hub.translate(mapping, "from-iso", bytes(xml), Map.of()).ok().body();
    }

    /** What a formula under {@code back} gives in place of the value is what it becomes. */
    private static JsonNode loss(String json, String field, String reason, String value, Optional<String> became) {
        int key = json.indexOf("\"" + field + "\"");
        int at = json.indexOf('"', json.indexOf(':', key));
        int lineStart = json.lastIndexOf('\n', at) + 1;
        ObjectNode loss = JSON.createObjectNode()
                .put("line", (int) json.substring(0, at).lines().count())
                .put("column", json.codePointCount(lineStart, at) + 1)
                .put("path", "/" + field)
                .put("field", field)
                .put("fate", "lost")
                .put("reason", reason)
                .put("value", value);
        became.ifPresent(text -> loss.put("became", text));
        return loss;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
