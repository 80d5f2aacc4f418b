package org.tongwen.app.e2e;

import static org.tongwen.app.e2e.BadInput.between;
import static org.tongwen.app.e2e.BadInput.mt;
import static org.tongwen.app.e2e.BadInput.pacs;
import static org.tongwen.app.e2e.BadInput.pain;
import static org.tongwen.app.e2e.BadInput.wallet;
import static org.tongwen.app.e2e.BadInput.wechat;
import static org.tongwen.app.e2e.BadInput.with;
import static org.tongwen.app.e2e.Documents.MT103;
import static org.tongwen.app.e2e.Documents.PACS;
import static org.tongwen.app.e2e.Documents.PAIN;
import static org.tongwen.app.e2e.Documents.WALLET;
import static org.tongwen.app.e2e.Documents.WECHAT;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What goes wrong, each in one document. The mark ‸ is where the finding must point to. */
final class BadInputs {

    private static final String TRANSACTION = "/Document/FIToFICstmrCdtTrf/CdtTrfTxInf[1]";

    private BadInputs() {}

    /** Every document with one mistake, about which nothing else may be said. */
    static List<BadInput> all() {
        return Stream.of(json(), institution(), blocks(), fields(), xml(), iso())
                .flatMap(List::stream)
                .toList();
    }

    /** No JSON, or not such as can be understood in one way. */
    private static List<BadInput> json() {
        return List.of(
                wechat("blank JSON", 400, "‸ \n", "json.Empty", ""),
                wechat("not JSON", 400, "‸not json", "json.Syntax", ""),
                wechat(
                        "a missing colon",
                        400,
                        "{\"appid\": \"x\",\n  \"out_batch_no\" ‸\"y\"}",
                        "json.Syntax",
                        "/out_batch_no"),
                wechat(
                        "a comma too many",
                        400,
                        with(WECHAT, "notify\"\n}", "notify\",\n‸}"),
                        "json.Syntax",
                        "/notify_url"),
                wechat(
                        "JSON that ends early",
                        400,
                        between(WECHAT, "\n      \"transfer_remark", "\n  ]", "‸")
                                .substring(0, WECHAT.indexOf("\n      \"transfer_remark") + 1),
                        "json.Syntax",
                        "/transfer_detail_list/0/transfer_amount"),
                wechat("two JSON documents", 400, WECHAT.stripTrailing() + "‸{}", "json.TrailingContent", ""),
                wechat("a list", 400, "‸[]", "json.NotAnObject", ""),
                wechat("XML for JSON", 400, "‸" + PAIN, "json.Syntax", ""),
                wechat("an MT for JSON", 400, "{‸" + MT103.substring(1), "json.Syntax", ""),
                wechat(
                        "a duplicate key",
                        400,
                        with(WECHAT, "\"batch_name\"", "‸\"appid\": \"again\", \"batch_name\""),
                        "json.DuplicateKey",
                        "/appid"),
                wechat(
                        "a duplicate key deep inside",
                        400,
                        with(WECHAT, "\"openid\"", "‸\"transfer_amount\": 5, \"openid\""),
                        "json.DuplicateKey",
                        "/transfer_detail_list/0/transfer_amount"),
                wallet(
                        "a duplicate key written otherwise",
                        400,
                        with(WALLET, "\"city\"", "‸\"l\\u0069ne\": \"5\", \"city\""),
                        "json.DuplicateKey",
                        "/payer/addr/line"),
                wechat(
                        "half a surrogate pair",
                        400,
                        with(WECHAT, "\"张三\"", "‸\"\\ud800\""),
                        "json.Encoding",
                        "/transfer_detail_list/0/user_name"),
                wechat(
                        "a number without end",
                        400,
                        with(WECHAT, "40050", "‸1e999999999"),
                        "json.NumberTooLong",
                        "/total_amount"),
                wechat("GBK", 400, WECHAT, "json.Encoding", "")
                        .document(WECHAT.getBytes(Charset.forName("GBK")))
                        .at(4, 20));
    }

    /** JSON that is not what the institution's format says. */
    private static List<BadInput> institution() {
        return List.of(
                wechat("a text for a number", 422, with(WECHAT, "40050", "‸\"40050\""), "schema.Type", "/total_amount"),
                wechat(
                        "an object for a number",
                        422,
                        with(WECHAT, "\"total_num\": 2", "\"total_num\": ‸{\"a\": 2}"),
                        "schema.Type",
                        "/total_num"),
                wechat(
                        "null for a number",
                        422,
                        with(WECHAT, "\"total_num\": 2", "\"total_num\": ‸null"),
                        "schema.Type",
                        "/total_num"),
                wechat("a fraction of a fen", 422, with(WECHAT, "40050", "‸40050.5"), "schema.Type", "/total_amount"),
                wechat(
                        "an amount below zero",
                        422,
                        with(WECHAT, "20050", "‸-1"),
                        "schema.Range",
                        "/transfer_detail_list/1/transfer_amount"),
                wallet(
                        "a number for a text",
                        422,
                        with(WALLET, "\"110101199003071234\"", "‸110101199003071234"),
                        "schema.Type",
                        "/payer/id_no"),
                wechat(
                        "no appid",
                        422,
                        "‸" + with(WECHAT, "\n  \"appid\": \"wx0000000000demo01\",", ""),
                        "schema.Missing",
                        "/appid"),
                wechat(
                        "no openid in the second transfer",
                        422,
                        with(
                                with(WECHAT, ",\n      \"openid\": \"oDEMO0000000000000000000002\"", ""),
                                "    {\n      \"out_detail_no\": \"detail20261121002",
                                "    ‸{\n      \"out_detail_no\": \"detail20261121002"),
                        "schema.Missing",
                        "/transfer_detail_list/1/openid"),
                wechat(
                        "an unknown field",
                        422,
                        with(WECHAT, "\"total_num\": 2", "\"total_num\": 2, \"totalnum\": ‸3"),
                        "schema.Unknown",
                        "/totalnum"),
                wechat(
                        "an unknown scene",
                        422,
                        with(WECHAT, "\"1000\"", "‸\"9999\""),
                        "codec.Code",
                        "/transfer_scene_id"),
                wallet("an unknown fee mode", 422, with(WALLET, "\"SHA\"", "‸\"XXX\""), "schema.Enum", "/fee_mode"),
                wechat(
                        "a name that is too long and may not be cut",
                        422,
                        with(WECHAT, "\"张三\"", "‸\"" + "张".repeat(141) + "\""),
                        "codec.TooLong",
                        "/transfer_detail_list/0/user_name"),
                wechat(
                        "a remark longer than the channel takes",
                        422,
                        with(WECHAT, "\"返现一\"", "‸\"" + "返".repeat(33) + "\""),
                        "schema.MaxLength",
                        "/transfer_detail_list/0/transfer_remark"),
                wechat(
                        "a character that XML cannot carry",
                        422,
                        with(WECHAT, "\"张三\"", "‸\"a\\u0001b\""),
                        "xsd.Character",
                        "/transfer_detail_list/0/user_name"));
    }

    /** MTs whose blocks are broken. */
    private static List<BadInput> blocks() {
        String basic = "{1:F01AAAAGB2LAXXX0000000000}";
        String application = "{2:I103BBBBESMMXXXXN}";
        return List.of(
                mt("a blank MT", 400, "‸ \n", "mt.Empty", ""),
                mt("block 4 without end", 400, with(with(MT103, "-}", ""), "{4:", "‸{4:"), "mt.Block", "4"),
                mt("block 4 without hyphen", 400, with(with(MT103, "-}", "}"), "{4:", "‸{4:"), "mt.Block", "4"),
                mt(
                        "block 2 without end",
                        400,
                        with(MT103, "{2:I103BBBBESMMXXXXN}", "‸{2:I103BBBBESMMXXXXN"),
                        "mt.Block",
                        "2"),
                mt("block 3 without end", 400, with(with(MT103, "a52}}", "a52}"), "{3:", "‸{3:"), "mt.Block", "3"),
                mt("no block 1", 400, with(MT103, basic, "") + "‸", "mt.Block", "1"),
                mt("no block 2", 400, with(MT103, application, "") + "‸", "mt.Block", "2"),
                mt("no block 4", 400, MT103.substring(0, MT103.indexOf("{4:")) + "‸", "mt.Block", "4"),
                mt("block 2 twice", 400, with(MT103, "{3:", "‸{2:I103BBBBESMMXXXXN}{3:"), "mt.Block", "2"),
                mt(
                        "blocks in disorder",
                        400,
                        application + "‸" + basic + MT103.substring(MT103.indexOf("{3:")),
                        "mt.Block",
                        "1"),
                mt("an unknown block", 400, with(MT103, "{4:", "‸{9:X}{4:"), "mt.Block", "9"),
                mt("rubbish before the MT", 400, "‸rubbish" + MT103, "mt.Block", ""),
                mt("rubbish behind the MT", 400, MT103 + "‸rubbish", "mt.Block", ""),
                mt("a second MT", 400, MT103 + "‸" + MT103, "mt.Block", "1"),
                mt("text before the first field", 400, with(MT103, ":20:", "‸hello\n:20:"), "mt.Block", "4"),
                mt("an MT202", 400, with(MT103, "I103", "I‸202"), "mt.Type", "2:type"),
                mt("an MT199", 400, basic + "{2:I‸199BBBBESMMXXXXN}{4:\n:20:X\n:79:HELLO\n-}", "mt.Type", "2:type"));
    }

    /** MTs with a field that is wrong, missing, or not mapped. */
    private static List<BadInput> fields() {
        return List.of(
                mt(
                        "no field 20",
                        422,
                        with(with(MT103, ":20:REF4471\n", ""), "{4:", "‸{4:"),
                        "mt.MissingField",
                        "4:20"),
                mt(
                        "no field 59",
                        422,
                        with(between(MT103, ":59F:", ":70:", ""), "{4:", "‸{4:"),
                        "mt.MissingField",
                        "4:59a"),
                mt("no field 71A", 422, with(with(MT103, ":71A:SHA\n", ""), "{4:", "‸{4:"), "mt.MissingField", "4:71A"),
                mt("field 20 twice", 422, with(MT103, ":23B:", "‸:20:REF4472\n:23B:"), "mt.DuplicateField", "4:20"),
                mt("two options of field 59", 422, with(MT103, ":70:", "‸:59:/1\nX\n:70:"), "mt.Options", "4:59"),
                mt(
                        "fields in disorder",
                        422,
                        with(with(MT103, ":23B:CRED\n", ""), ":33B:", "‸:23B:CRED\n:33B:"),
                        "mt.FieldOrder",
                        "4:23B"),
                mt(
                        "an unknown field 99Z",
                        422,
                        with(MT103, ":71A:SHA", ":71A:SHA\n‸:99Z:X"),
                        "mt.UnknownField",
                        "4:99Z"),
                mt("a FIN Copy service", 422, with(MT103, "{3:{121", "{3:{103:‸EBA}{121"), "mapping.Refused", "3:103"),
                mt(
                        "field 77B",
                        422,
                        with(MT103, ":71A:SHA", ":71A:SHA\n:77B:/ORDERRES/BE//‸TEXT"),
                        "mapping.Refused",
                        "4:77B.ORDERRES.text"),
                mt("an STP message", 422, with(MT103, "{3:{121", "{3:{119:‸STP}{121"), "mapping.Refused", "3:119"),
                mt("a possible duplicate", 422, MT103 + "{5:{PDE:‸}}", "mapping.Refused", "5:PDE"),
                mt(
                        "JPY 1,5 in field 33B",
                        422,
                        with(MT103, ":33B:EUR1280,5", ":33B:JPY‸1,5\n:36:853,67"),
                        "swift.common.decimals",
                        "4:33B.amount"),
                mt(
                        "CNY 0,001 in field 33B",
                        422,
                        with(MT103, ":33B:EUR1280,5", ":33B:CNY‸0,001\n:36:1280500,"),
                        "swift.common.decimals",
                        "4:33B.amount"),
                mt(
                        "an amount without comma",
                        422,
                        with(MT103, "261204EUR1280,5", "261204EUR‸1280"),
                        "mt.Format",
                        "4:32A.amount"),
                mt("a day that does not exist", 422, with(MT103, "261204EUR", "‸261304EUR"), "mt.Format", "4:32A.date"),
                mt("an unknown charge code", 422, with(MT103, ":71A:SHA", ":71A:‸XXX"), "mt.Format", "4:71A"),
                mt(
                        "a reference that is too long",
                        422,
                        with(MT103, "REF4471\n", "‸REF44710000000000\n"),
                        "mt.Format",
                        "4:20"),
                mt(
                        "a name line that is too long",
                        422,
                        with(MT103, "1/Ejemplo SL", "1/" + "E".repeat(33) + "‸E"),
                        "mt.LineTooLong",
                        "4:59F.names[1]"),
                mt("Chinese in an MT", 422, with(MT103, "Ejemplo SL", "‸张三"), "mt.Character", "4:59F.names[1]"),
                mt("a UETR in capitals", 422, with(MT103, "5f1c2e0a", "‸5F1C2E0A"), "mt.Format", "3:121"));
    }

    /** XML that must not even be looked into. */
    private static List<BadInput> xml() {
        String dtd = "<!DOCTYPE Document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        return List.of(
                pacs("a document type", 400, with(PACS, "?>\n", "?>‸<!DOCTYPE Document>"), "xsd.DoctypeForbidden", ""),
                pain(
                        "an external entity",
                        400,
                        with(with(PAIN, "?>\n", "?>‸" + dtd), "</MsgId>", "&x;</MsgId>"),
                        "xsd.DoctypeForbidden",
                        ""),
                pacs("a billion laughs", 400, "‸" + laughs(), "xsd.DoctypeForbidden", ""));
    }

    private static String laughs() {
        StringBuilder entities = new StringBuilder("<!DOCTYPE lolz [<!ENTITY l0 \"lol\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY l" + i + " \"" + ("&l" + (i - 1) + ";").repeat(10) + "\">");
        }
        return entities + "]><Document>&l9;</Document>";
    }

    /** XML that is no message, another one, or one with a mistake. */
    private static List<BadInput> iso() {
        return List.of(
                pain(
                        "an unknown namespace",
                        422,
                        with(with(PAIN, "pain.001.001.09", "pain.999.001.09"), "?>\n<Document", "?>‸<Document"),
                        "xsd.UnknownMessage",
                        "/Document"),
                pacs(
                        "an unknown version",
                        422,
                        with(with(PACS, "pacs.008.001.08\">", "pacs.008.001.99\">"), "<Document", "‸<Document"),
                        "xsd.UnknownMessage",
                        "/Document"),
                pacs(
                        "a message of another kind",
                        422,
                        with(PAIN, "?>\n<Document", "?>‸<Document"),
                        "mapping.WrongMessage",
                        "/Document"),
                pain(
                        "a message of another kind with header",
                        422,
                        with(PACS, "<Document", "‸<Document"),
                        "mapping.WrongMessage",
                        "/Document"),
                pain(
                        "no MsgId",
                        422,
                        with(with(PAIN, "<MsgId>batch2026112100001</MsgId>", ""), "<CreDtTm>", "‸<CreDtTm>"),
                        "xsd.MissingElement",
                        "/Document/CstmrCdtTrfInitn/GrpHdr/MsgId"),
                pacs(
                        "an unknown element",
                        422,
                        with(PACS, "</MsgId>", "</MsgId>‸<Foo/>"),
                        "xsd.UnexpectedElement",
                        "/Document/FIToFICstmrCdtTrf/GrpHdr/Foo"),
                pacs(
                        "JPY 1.5",
                        422,
                        with(PACS, "<IntrBkSttlmAmt Ccy=\"EUR\">1280.5", "‸<IntrBkSttlmAmt Ccy=\"JPY\">1.5"),
                        "iso.CurrencyDecimals",
                        TRANSACTION + "/IntrBkSttlmAmt"),
                pacs(
                        "CNY 0.001",
                        422,
                        with(PACS, "<IntrBkSttlmAmt Ccy=\"EUR\">1280.5", "‸<IntrBkSttlmAmt Ccy=\"CNY\">0.001"),
                        "iso.CurrencyDecimals",
                        TRANSACTION + "/IntrBkSttlmAmt"),
                pain(
                        "CNY 0.001 in a batch",
                        422,
                        with(
                                with(PAIN, "<CtrlSum>400.50", "<CtrlSum>200.501"),
                                "<InstdAmt Ccy=\"CNY\">200.00",
                                "‸<InstdAmt Ccy=\"CNY\">0.001"),
                        "iso.CurrencyDecimals",
                        "/Document/CstmrCdtTrfInitn/PmtInf[1]/CdtTrfTxInf[1]/Amt/InstdAmt"),
                pain(
                        "yen in a batch",
                        422,
                        with(PAIN, "<InstdAmt Ccy=\"CNY\">200.00", "‸<InstdAmt Ccy=\"JPY\">200"),
                        "codec.Currency",
                        "/Document/CstmrCdtTrfInitn/PmtInf[1]/CdtTrfTxInf[1]/Amt/InstdAmt"),
                pacs(
                        "a word for an amount",
                        422,
                        with(PACS, "<IntrBkSttlmAmt Ccy=\"EUR\">1280.5", "‸<IntrBkSttlmAmt Ccy=\"EUR\">abc"),
                        "xsd.Datatype",
                        TRANSACTION + "/IntrBkSttlmAmt"),
                pacs(
                        "no currency",
                        422,
                        with(PACS, "<IntrBkSttlmAmt Ccy=\"EUR\">", "‸<IntrBkSttlmAmt>"),
                        "xsd.MissingAttribute",
                        TRANSACTION + "/IntrBkSttlmAmt/@Ccy"),
                pacs(
                        "a currency that does not exist",
                        422,
                        with(PACS, "<IntrBkSttlmAmt Ccy=\"EUR\">", "‸<IntrBkSttlmAmt Ccy=\"XXQ\">"),
                        "iso.Currency",
                        TRANSACTION + "/IntrBkSttlmAmt/@Ccy"),
                pacs(
                        "a code outside the schema",
                        422,
                        with(PACS, "<ChrgBr>SHAR", "‸<ChrgBr>XXXX"),
                        "xsd.NotInEnumeration",
                        TRANSACTION + "/ChrgBr"),
                pacs(
                        "a header of another message",
                        422,
                        with(PACS, "<MsgDefIdr>pacs.008.001.08", "‸<MsgDefIdr>pacs.009.001.08"),
                        "iso.MsgDefIdr",
                        "/AppHdr/MsgDefIdr"),
                pacs(
                        "an amount that an MT cannot write",
                        422,
                        with(
                                PACS,
                                "<IntrBkSttlmAmt Ccy=\"EUR\">1280.5",
                                "‸<IntrBkSttlmAmt Ccy=\"EUR\">1234567890123456.25"),
                        "mt.Format",
                        TRANSACTION + "/IntrBkSttlmAmt"),
                pain(
                        "a remark too long for the channel",
                        422,
                        with(PAIN, "<Ustrd>返现一", "‸<Ustrd>" + "返".repeat(33)),
                        "schema.MaxLength",
                        "/Document/CstmrCdtTrfInitn/PmtInf[1]/CdtTrfTxInf[1]/RmtInf/Ustrd[1]"));
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
