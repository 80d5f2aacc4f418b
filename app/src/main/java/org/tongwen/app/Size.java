package org.tongwen.app;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A number of bytes as people write it: {@code 500kB}, {@code 10MB}, {@code 1.5MB}; kB is 1,000 bytes, MB 1,000,000.
 *
 * @param bytes at least 1, at most 2 TB
 */
record Size(long bytes) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?) ?(B|kB|KB|MB|GB|TB)?");
    private static final BigDecimal MOST = BigDecimal.valueOf(2_000_000_000_000L);

    static final class Converter implements ITypeConverter<Size> {

        @Override
        public Size convert(String text) {
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new TypeConversionException("'" + text + "' is not a size such as 500kB or 10MB");
            }
            BigDecimal bytes = new BigDecimal(matcher.group(1)).movePointRight(zeros(matcher.group(2)));
            if (bytes.compareTo(BigDecimal.ONE) < 0 || bytes.compareTo(MOST) > 0) {
                throw new TypeConversionException("'" + text + "' is not between 1 byte and 2TB");
            }
            return new Size(bytes.longValue());
        }

        private static int zeros(@Nullable String unit) {
            return switch (unit == null ? "B" : unit) {
                case "TB" -> 12;
                case "GB" -> 9;
                case "MB" -> 6;
                case "kB", "KB" -> 3;
                default -> 0;
            };
        }
    }
}
