package org.tongwen.benchmarks;

import java.nio.charset.StandardCharsets;

/** Messages of the mapping {@code swift.mt103}, in equal parts structured, with agents and charges, and of natural persons. */
final class Mt103s {

    private Mt103s() {}

    /** Whether that message names no other bank of the creditor. */
    static boolean isForAddressee(int number) {
        return number % 3 != 1;
    }

    static byte[] next(Draw draw, int number) {
        String body = switch (number % 3) {
            case 0 -> structured(draw);
            case 1 -> agentsAndCharges(draw);
            default -> naturalPerson(draw);
        };
        String message = """
                {1:F01AAAAGB2LAXXX0000000000}{2:I103BBBBESMMXXXXN}{3:{121:%s}}{4:
                :20:REF%06d%s
                %s-}""".formatted(draw.uetr(), number, draw.digits(4), body);
        return message.getBytes(StandardCharsets.US_ASCII);
    }

    private static String structured(Draw draw) {
        return """
                :23B:CRED
                :32A:2612%1$02dEUR%2$s
                :33B:EUR%2$s
                :50F:/%3$s
                1/%4$s
                2/%5$s
                3/GB/Leeds
                :59F:/%6$s
                1/%7$s
                3/ES/Madrid
                :70:/ROC/E2E-%3$s
                :71A:SHA
                """.formatted(
                        draw.number(1, 28),
                        draw.number(1, 99_999) + "," + draw.number(1, 9),
                        draw.digits(8),
                        draw.company(),
                        draw.street(),
                        draw.digits(8),
                        draw.person());
    }

    private static String agentsAndCharges(Draw draw) {
        return """
                :13C:/CLSTIME/0915+0100
                :23B:CRED
                :32A:2612%02dJPY%d,
                :33B:USD%d,
                :36:150,
                :50K:/%s
                %s
                %s
                60311 Frankfurt am Main
                :52A:/%s
                CCCCFRPPXXX
                :57D://FW021000018
                Demo Savings Bank
                1 Demo Plaza
                New York
                :59:/%s
                %s
                %s
                New York
                :70:INVOICE %s OF 2026-11-01
                :71A:BEN
                :71F:USD5,
                :71F:USD2,5
                """.formatted(
                        draw.number(1, 28),
                        draw.number(1_000, 999_999),
                        draw.number(10, 9_999),
                        draw.iban(),
                        draw.company(),
                        draw.street(),
                        draw.digits(6),
                        draw.digits(12),
                        draw.company(),
                        draw.street(),
                        draw.digits(8));
    }

    private static String naturalPerson(Draw draw) {
        return """
                :23B:CRED
                :32A:2612%1$02dKWD%2$d,125
                :33B:KWD%2$d,125
                :50F:CUST/GB/DEMO BANK/%3$s
                1/%4$s
                3/GB/LONDON
                4/19800131
                5/GB/LEEDS
                :52A:CCCCFRPPXXX
                :59A:/%5$s
                DDDDUS33XXX
                :71A:OUR
                :71G:KWD1,
                """.formatted(draw.number(1, 28), draw.number(1, 9_999), draw.digits(6), draw.person(), draw.digits(9));
    }
}
