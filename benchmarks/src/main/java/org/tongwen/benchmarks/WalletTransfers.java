package org.tongwen.benchmarks;

import java.nio.charset.StandardCharsets;

/** Documents of the mapping {@code wallet.transfer}: persons and businesses, with and without addresses and remarks. */
final class WalletTransfers {

    private WalletTransfers() {}

    static byte[] next(Draw draw, int number) {
        String json = """
                {
                  "transfer_id": "T%s%06d",
                  "created": "202611211030%02d",
                  "uetr": "%s",
                  "priority": "%s",
                  "amount": %d,
                  "currency": "%s",
                  "settle_date": "202611%02d",
                  "fee_mode": "%s",
                  "payer": {
                %s%s
                  },
                  "payer_bank": "DEMOCNBJ",
                  "payee": {
                    "name": "%s",
                    "account": "%s"%s
                  },
                  "payee_bank": "%s",
                  "purpose": "%s"%s
                }
                """.formatted(
                        draw.digits(10),
                        number,
                        draw.number(0, 59),
                        draw.uetr(),
                        draw.one("NORM", "HIGH"),
                        draw.number(1, 9_999_999),
                        draw.one("CNY", "EUR", "USD", "JPY"),
                        draw.number(1, 30),
                        draw.one("OUR", "SHA", "BEN"),
                        draw.chance(67) ? person(draw) : business(draw),
                        address(draw),
                        draw.chance(50) ? draw.person() : draw.company(),
                        draw.iban(),
                        address(draw),
                        draw.bic(),
                        draw.one("SALARY", "GOODS", "SERVICES", "FAMILY"),
                        draw.chance(80) ? ",\n  \"remark\": \"" + remark(draw) + "\"" : "");
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static String person(Draw draw) {
        return """
                    "type": "P",
                    "given_name": "%s",
                    "family_name": "%s",
                    "id_no": "%s",
                    "wallet": "W-%s\"""".formatted(
                        draw.one("三", "四", "小明", "丽"), draw.one("张", "李", "王", "欧阳"), draw.digits(18), draw.digits(8));
    }

    private static String business(Draw draw) {
        return """
                    "type": "B",
                    "given_name": "%s",
                    "family_name": "Maschinenbau",
                    "reg_no": "HRB%s",
                    "wallet": "W-%s\"""".formatted(draw.one("Beispielwerk", "Demowerk"), draw.digits(5), draw.digits(8));
    }

    private static String address(Draw draw) {
        if (draw.chance(25)) {
            return "";
        }
        return """
                ,
                    "addr": {
                      "line": "%s",
                      "zip": "%s",
                      "city": "%s",
                      "country": "%s"
                    }""".formatted(
                        draw.chance(50) ? draw.street() : "示例路" + draw.number(1, 99) + "号",
                        draw.digits(6),
                        draw.chance(50) ? draw.town() : "北京",
                        draw.country());
    }

    private static String remark(Draw draw) {
        return draw.one("生日快乐", "房租", "Invoice", "Thank you") + " " + draw.digits(6);
    }
}
