package org.tongwen.app;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --timeout}. */
final class Timeout {

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "Give up after this time, with exit code 124.",
            converter = Converter.class)
    private @Nullable Duration time;

    Deadline start() {
        return Deadline.in(Optional.ofNullable(time));
    }

    static String shown(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString() + " s";
    }

    static final class Converter implements ITypeConverter<Duration> {

        private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);
        private static final BigDecimal LEAST = new BigDecimal("0.001");

        @Override
        public Duration convert(String text) {
            if (!text.matches("\\d{1,7}(\\.\\d{1,3})?")) {
                throw new TypeConversionException("'" + text + "' is not a number of seconds such as 10 or 0.5");
            }
            BigDecimal seconds = new BigDecimal(text);
            if (seconds.compareTo(LEAST) < 0 || seconds.compareTo(MOST) > 0) {
                throw new TypeConversionException("'" + text + "' is not between 0.001 and 1000000 seconds");
            }
            return Duration.ofMillis(seconds.movePointRight(3).longValueExact());
        }
    }
}
