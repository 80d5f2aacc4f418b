package org.tongwen.xsd.sample;

import java.util.List;
import java.util.random.RandomGenerator;

/** Draws text as people write it in payments. */
final class Texts {

    private static final List<String> WORDS = List.of(
            "Invoice",
            "Rent",
            "November",
            "Ref",
            "Salary",
            "4711",
            "2026",
            "order",
            "goods",
            "Trading Ltd",
            "GmbH",
            "Street",
            "Bank",
            "A1",
            "payment",
            "of",
            "for");
    private static final List<String> RARE = List.of(
            "Grüße",
            "Łódź",
            "货款",
            "上海市",
            "支付",
            "\uD83D\uDE80",
            "\uD842\uDFB7野家",
            "R&D",
            "<b>",
            "\"x\"",
            "it's",
            "]]>",
            "a\nb",
            "£5",
            "-",
            "(1)",
            "\uE000");

    private final RandomGenerator random;
    private final boolean plain;

    Texts(RandomGenerator random, boolean plain) {
        this.random = random;
        this.plain = plain;
    }

    /** Text of a length between the two, in characters. */
    String draw(int min, int max) {
        int length = min + random.nextInt(max - min + 1);
        boolean rare = !plain && random.nextInt(5) == 0;
        StringBuilder text = new StringBuilder();
        int written = 0;
        while (written < length) {
            String word = word(rare);
            text.append(text.isEmpty() ? "" : " ").append(word);
            written = text.codePointCount(0, text.length());
        }
        text.setLength(text.offsetByCodePoints(0, length));
        return withoutBlankAtEnd(text);
    }

    private static String withoutBlankAtEnd(StringBuilder text) {
        int last = text.length() - 1;
        if (last >= 0 && text.charAt(last) <= ' ') {
            text.setCharAt(last, 'x');
        }
        return text.toString();
    }

    private String word(boolean rare) {
        List<String> words = rare && random.nextBoolean() ? RARE : WORDS;
        return words.get(random.nextInt(words.size()));
    }
}
