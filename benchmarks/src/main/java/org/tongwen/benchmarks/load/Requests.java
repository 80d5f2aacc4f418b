package org.tongwen.benchmarks.load;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.tongwen.benchmarks.Mt103Requests;

/** Requests as bytes, head included. */
final class Requests {

    private static final String TRANSLATION =
            "POST /translations/swift.mt103/to-iso?profile=cbpr-plus&as-of=2026-11-13 HTTP/1.1\r\n"
                    + "Host: localhost\r\nContent-Length: ";

    private Requests() {}

    /** That many distinct MT103 to be translated, by number, over and over. */
    static IntFunction<byte[]> translations(int count) throws IOException {
        List<byte[]> requests = new ArrayList<>();
        for (byte[] body : Mt103Requests.of(count)) {
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.write((TRANSLATION + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            request.write(body);
            requests.add(request.toByteArray());
        }
        return number -> requests.get(number % requests.size());
    }
}
