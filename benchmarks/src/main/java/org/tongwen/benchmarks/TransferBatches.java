package org.tongwen.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Documents of the mapping {@code wechat-pay.transfer-batch} with ten payees each. */
final class TransferBatches {

    private static final int PAYEES = 10;

    private TransferBatches() {}

    static byte[] next(Draw draw, int number) {
        int[] amounts =
                IntStream.range(0, PAYEES).map(payee -> draw.number(1, 99_999)).toArray();
        String payees = IntStream.range(0, PAYEES)
                .mapToObj(payee -> payee(draw, number, payee, amounts[payee]))
                .collect(Collectors.joining(",\n"));
        String json = """
                {
                  "appid": "wx0000000000demo01",
                  "out_batch_no": "batch%06d%s",
                  "batch_name": "十一月返现",
                  "batch_remark": "十一月返现",
                  "total_amount": %d,
                  "total_num": %d,
                  "transfer_detail_list": [
                %s
                  ],
                  "transfer_scene_id": "%s",
                  "notify_url": "https://merchant.example/notify"
                }
                """.formatted(
                number, draw.digits(8), IntStream.of(amounts).sum(), PAYEES, payees, draw.one("1000", "1001", "1005"));
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String payee(Draw draw, int batch, int payee, int amount) {
        String name = draw.chance(70) ? ",\n      \"user_name\": \"" + draw.one("张三", "李四", "王小明") + "\"" : "";
        return """
                    {
                      "out_detail_no": "detail%06d%03d",
                      "transfer_amount": %d,
                      "transfer_remark": "返现%d",
                      "openid": "oDEMO%s"%s
                    }""".formatted(batch, payee, amount, draw.number(1, 99), draw.digits(22), name);
    }
}
