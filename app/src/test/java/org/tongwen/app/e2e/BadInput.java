package org.tongwen.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A spoiled document and what must be said of it.
 *
 * @param name what is wrong, in words that can name a file
 * @param mapping what it is sent to
 * @param direction which way
 * @param document the document
 * @param given the values given with it
 * @param status the HTTP status
 * @param id the finding
 * @param line its line in the document; 0 for none
 * @param column its column; 0 for none
 * @param path its path in the document's own terms; empty for none
 */
record BadInput(
        String name,
        String mapping,
        String direction,
        byte[] document,
        Map<String, String> given,
        int status,
        String id,
        int line,
        int column,
        String path) {

    /** Stands in documents where the finding must point to. */
    static final char HERE = '‸';

    private static final Map<String, String> GIVEN =
            Map.of("debtor_name", "深圳", "debtor_account", "6222", "debtor_agent", "DEMOCNBJ");

    static BadInput wechat(String name, int status, String document, String id, String path) {
        return of(name, "wechat-pay.transfer-batch", "to-iso", status, document, id, path);
    }

    static BadInput wallet(String name, int status, String document, String id, String path) {
        return of(name, "wallet.transfer", "to-iso", status, document, id, path);
    }

    static BadInput mt(String name, int status, String document, String id, String path) {
        return of(name, "swift.mt103", "to-iso", status, document, id, path);
    }

    static BadInput pain(String name, int status, String document, String id, String path) {
        return of(name, "wechat-pay.transfer-batch", "from-iso", status, document, id, path);
    }

    static BadInput pacs(String name, int status, String document, String id, String path) {
        return of(name, "swift.mt103", "from-iso", status, document, id, path);
    }

    private static BadInput of(
            String name, String mapping, String direction, int status, String marked, String id, String path) {
        int at = marked.indexOf(HERE);
        String before = at < 0 ? "" : marked.substring(0, at);
        int line = at < 0 ? 0 : before.split("\n", -1).length;
        int column = at < 0 ? 0 : before.length() - before.lastIndexOf('\n');
        byte[] document = marked.replace(String.valueOf(HERE), "").getBytes(StandardCharsets.UTF_8);
        Map<String, String> given =
                mapping.startsWith("wechat") && direction.equals("to-iso") ? GIVEN : Map.<String, String>of();
        return new BadInput(name, mapping, direction, document, given, status, id, line, column, path);
    }

    /** The same with a place of that line and column. */
    BadInput at(int newLine, int newColumn) {
        return new BadInput(name, mapping, direction, document, given, status, id, newLine, newColumn, path);
    }

    /** The same with other bytes. */
    BadInput document(byte[] bytes) {
        return new BadInput(name, mapping, direction, bytes, given, status, id, line, column, path);
    }

    /** A document with one place changed. */
    static String with(String document, String old, String changed) {
        assertThat(document).contains(old);
        int at = document.indexOf(old);
        return document.substring(0, at) + changed + document.substring(at + old.length());
    }

    /** A document with {@code changed} in place of all from one text to another, the latter not included. */
    static String between(String document, String from, String to, String changed) {
        int start = document.indexOf(from);
        int end = document.indexOf(to, start);
        assertThat(start).isNotNegative();
        assertThat(end).isNotNegative();
        return document.substring(0, start) + changed + document.substring(end);
    }

    /** The place as findings show it. */
    String place() {
        return (line + ":" + column + " " + path).strip();
    }

    @Override
    public String toString() {
        return name;
    }
}
