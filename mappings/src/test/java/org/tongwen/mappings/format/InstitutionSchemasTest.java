package org.tongwen.mappings.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongwen.mappings.format.JsonSupport.read;
import static org.tongwen.mappings.format.JsonSupport.sound;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongwen.mappings.tree.SourceField;

class InstitutionSchemasTest {

    private static final String BATCH = """
            {"appid":"wxf636efh567hg4356","out_batch_no":"plfk2020042013","batch_name":"四月返利","batch_remark":"April rebate",
             "total_amount":40050,"total_num":2,
             "transfer_detail_list":[
              {"out_detail_no":"x23zy545Bd5436","transfer_amount":20000,"transfer_remark":"April bonus",
               "openid":"o-MYE42l80oelYMDE34nYD456Xoy","user_name":"张三"},
              {"out_detail_no":"x23zy545Bd5437","transfer_amount":20050,"transfer_remark":"April bonus",
               "openid":"o-MYE42l80oelYMDE34nYD456Xoz"}],
             "transfer_scene_id":"1000","notify_url":"https://merchant.example/notify"}
            """;

    private static final String TRANSFER = """
            {"transfer_id":"W20261204-0001","created":"20261204093015","uetr":"5f0f1a7e-2b7c-4c1d-9a53-0c9b6d1e2f3a",
             "priority":"HIGH","amount":125050,"currency":"CNY","settle_date":"20261204","fee_mode":"SHA",
             "payer":{"type":"P","given_name":"小明","family_name":"王","id_no":"ID0001","wallet":"W1",
              "addr":{"line":"1 Example Road","zip":"200000","city":"Shanghai","country":"CN"}},
             "payer_bank":"AAAACNSHXXX","payee":{"name":"Li Si","account":"ACC1"},"payee_bank":"BBBBGB2L",
             "purpose":"SALARY","remark":"十二月"}
            """;

    private final SourceFormat weChat = format("wechat-pay/transfer-batch.schema.json");
    private final SourceFormat wallet = format("wallet/transfer.schema.json");

    @Test
    void theExamplesFit() {
        assertThat(read(weChat, BATCH)).isEmpty();
        assertThat(read(wallet, TRANSFER)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "\"appid\":\"wxf636efh567hg4356\", ~ '' ~ 1:1 /appid schema.Missing",
                "plfk2020042013 ~ plfk-2020 ~ 1:46 /out_batch_no schema.Pattern",
                "40050 ~ 400.50 ~ 2:17 /total_amount schema.Type",
                "\"total_num\":2 ~ \"total_num\":1001 ~ 2:35 /total_num schema.Range",
                ":20000 ~ :0 ~ 4:55 /transfer_detail_list/0/transfer_amount schema.Range",
                "user_name ~ username ~ 5:55 /transfer_detail_list/0/username schema.Unknown",
                "x23zy545Bd5437 ~ '' ~ 6:20 /transfer_detail_list/1/out_detail_no schema.Pattern",
            })
    void mistakesInABatchAreFound(String right, String wrong, String finding) {
        assertThat(read(weChat, BATCH.replace(right, wrong))).containsExactly(finding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "\"id_no\" ~ \"reg_no\" ~ 3:10 /payer/id_no schema.Missing",
                "\"type\":\"P\" ~ \"type\":\"B\" ~ 3:10 /payer/reg_no schema.Missing",
                "\"type\":\"P\" ~ \"type\":\"X\" ~ 3:18 /payer/type schema.Enum",
                "20261204093015 ~ 20261304093015 ~ 1:43 /created schema.Pattern",
                "5f0f1a7e-2b7c-4c1d ~ 5F0F1A7E-2b7c-4c1d ~ 1:67 /uetr schema.Pattern",
                "5f0f1a7e-2b7c-4c1d ~ 5f0f1a7e-2b7c-1c1d ~ 1:67 /uetr schema.Pattern",
                "125050 ~ 0 ~ 2:29 /amount schema.Range",
                "\"zip\" ~ \"postcode\" ~ 4:46 /payer/addr/postcode schema.Unknown",
                "AAAACNSHXXX ~ AAAACNSHXX ~ 5:15 /payer_bank schema.Pattern",
            })
    void mistakesInATransferAreFound(String right, String wrong, String finding) {
        assertThat(read(wallet, TRANSFER.replace(right, wrong))).containsExactly(finding);
    }

    @Test
    void aBusinessNeedsItsRegisterNumberOnly() {
        assertThat(read(
                        wallet,
                        TRANSFER.replace("\"type\":\"P\"", "\"type\":\"B\"").replace("id_no", "reg_no")))
                .isEmpty();
    }

    @Test
    void mappingsSeeTheFieldsInTheInstitutionsOrder() {
        assertThat(weChat.schema().fields().keySet())
                .containsExactly(
                        "appid",
                        "out_batch_no",
                        "batch_name",
                        "batch_remark",
                        "total_amount",
                        "total_num",
                        "transfer_detail_list",
                        "transfer_scene_id",
                        "notify_url");
        SourceField details = weChat.schema().field("transfer_detail_list").orElseThrow();
        assertThat(details.field("openid")).contains(SourceField.text(true, 64));
        Optional<SourceField> payer = wallet.schema().field("payer");
        assertThat(payer.flatMap(field -> field.field("id_no"))).contains(SourceField.text(false, 35));
        assertThat(payer.flatMap(field -> field.field("addr")).flatMap(field -> field.field("city")))
                .contains(SourceField.text(false, 35));
    }

    private static SourceFormat format(String schema) {
        return sound(new JsonFormat().open(Map.of("schema", schema), InstitutionSchemasTest::resource));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream file = InstitutionSchemasTest.class.getResourceAsStream("/institutions/" + name)) {
            if (file == null) {
                throw new FileNotFoundException(name);
            }
            return file.readAllBytes();
        }
    }
}
