package org.tongwen.benchmarks;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes payments as a CSV file of any length, the same for each number of payments; every one is of 12.50 EUR. */
public final class PaymentTable {

    private static final int PAYMENTS = 1_000_000;
    private static final long SEED = 20_261_122;

    private PaymentTable() {}

    /** Takes the file to write and, if it is not a million, the number of payments. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.err.println("usage: PaymentTable FILE [PAYMENTS]");
            System.exit(2);
        }
        int payments = arguments.length > 1 ? Integer.parseInt(arguments[1]) : PAYMENTS;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])))) {
            write(payments, out);
        }
    }

    static void write(int payments, OutputStream out) throws IOException {
        Draw draw = new Draw(SEED);
        line("reference,uetr,amount,currency,agent,name,account,street,zip,town,country,remark", out);
        for (int number = 0; number < payments; number++) {
            line(payment(draw, number), out);
        }
    }

    private static String payment(Draw draw, int number) {
        return String.join(
                ",",
                "E2E-" + number,
                draw.uetr(),
                "12.50",
                "EUR",
                draw.bic(),
                "\"" + draw.person() + ", " + draw.company() + "\"",
                draw.iban(),
                draw.street(),
                draw.digits(5),
                draw.town(),
                "DE",
                "\"Salary of \"\"November\"\" 2026, " + number + "\"");
    }

    private static void line(String line, OutputStream out) throws IOException {
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }
}
