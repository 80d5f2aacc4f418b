package org.tongwen.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.tongwen.benchmarks.Mt103Requests;

/** Requests as bytes, head included. */
final class Requests {

    private static final String TRANSLATION =
            "POST /translations/swift.mt103/to-iso?profile=cbpr-plus&as-of=2026-11-13 HTTP/1.1\r\n"
                    + "Host: localhost\r\nContent-Length: ";

    private static final String MESSAGE = "POST /messages HTTP/1.1\r\nHost: localhost\r\n";

    private Requests() {}

    /** That many distinct MT103 to be delivered, by number, each once, from whoever has the key. */
    static IntFunction<byte[]> messages(int count, String key) {
        List<byte[]> bodies = Mt103Requests.forAddressee(count);
        String head = MESSAGE + "X-API-Key: " + key + "\r\nContent-Length: ";
        return number -> request(head, bodies.get(number));
    }

    private static byte[] request(String head, byte[] body) {
        byte[] first = (head + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(first, first.length + body.length);
        System.arraycopy(body, 0, request, first.length, body.length);
        return request;
    }

    /** That many distinct MT103 to be translated, by number, over and over. */
    static IntFunction<byte[]> translations(int count) {
        List<byte[]> requests = Mt103Requests.of(count).stream()
                .map(body -> request(TRANSLATION, body))
                .toList();
        return number -> requests.get(number % requests.size());
    }
}
