package org.tongwen.rules.condition;

import java.math.BigDecimal;
import java.util.Optional;

/** Numbers as documents write them: digits, with a decimal point or comma, which may end them ({@code 100,}), and a sign. */
final class Numbers {

    /** Nobody counts further; a longer one would only take time. */
    private static final int LONGEST = 40;

    private Numbers() {}

    static Optional<BigDecimal> parse(String text) {
        if (!isNumber(text)) {
            return Optional.empty();
        }
        String plain = text.replace(',', '.');
        return Optional.of(new BigDecimal(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain));
    }

    private static boolean isNumber(String text) {
        int start = text.startsWith("-") || text.startsWith("+") ? 1 : 0;
        int marks = 0;
        for (int i = start; i < text.length(); i++) {
            char character = text.charAt(i);
            boolean mark = (character == ',' || character == '.') && i > start;
            marks += mark ? 1 : 0;
            if (!mark && (character < '0' || character > '9')) {
                return false;
            }
        }
        return text.length() > start && text.length() <= LONGEST && marks <= 1;
    }
}
