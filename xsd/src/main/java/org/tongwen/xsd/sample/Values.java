package org.tongwen.xsd.sample;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongwen.xsd.definition.Facet;
import org.tongwen.xsd.definition.SimpleType;
import org.tongwen.xsd.pattern.Pattern;

/** Draws values that satisfy a type's primitive and all its facets. */
final class Values {

    private static final int ATTEMPTS = 300;
    private static final int USUAL_LENGTH = 35;
    private static final int LONG = 2_000;

    private final RandomGenerator random;
    private final boolean plain;
    private final WellKnown wellKnown;
    private final Numbers numbers;
    private final Times times;
    private final Texts texts;

    /**
     * Draws from the generator.
     *
     * @param plain whether only the usual way of writing is wanted: no blanks around numbers, no rare characters, no extreme lengths
     */
    Values(RandomGenerator random, boolean plain) {
        this.random = random;
        this.plain = plain;
        this.wellKnown = new WellKnown(random);
        this.numbers = new Numbers(random, plain);
        this.times = new Times(random, plain);
        this.texts = new Texts(random, plain);
    }

    /**
     * A value of the type.
     *
     * @param refused takes each value that was made from the facets and that the type refused
     * @throws IllegalStateException when none was found: the facets leave none, or very few
     */
    String draw(SimpleType type, Consumer<String> refused) {
        for (int i = 0; i < ATTEMPTS; i++) {
            String value = candidate(type);
            if (type.violation(value).isEmpty()) {
                return value;
            }
            refused.accept(value);
        }
        throw new IllegalStateException("no value was found for the type " + type.name());
    }

    /** Text of a length between the two. */
    String text(int min, int max) {
        return texts.draw(min, max);
    }

    /** One or the other; always the one when plain values are wanted. */
    boolean chance() {
        return plain || random.nextBoolean();
    }

    private String candidate(SimpleType type) {
        List<String> codes = type.values();
        if (!codes.isEmpty()) {
            return codes.get(random.nextInt(codes.size()));
        }
        Optional<String> known = wellKnown.draw(type.name());
        return known.isPresent() ? known.get() : ofPrimitive(type);
    }

    private String ofPrimitive(SimpleType type) {
        return switch (type.primitive()) {
            case DECIMAL, INTEGER -> padded(numbers.draw(type));
            case BOOLEAN ->
                padded(plain ? "true" : List.of("true", "false", "1", "0").get(random.nextInt(4)));
            case DATE -> padded(times.date());
            case DATE_TIME -> padded(times.dateTime());
            case TIME -> padded(times.time());
            case YEAR -> padded(times.year());
            case YEAR_MONTH -> padded(times.yearMonth());
            case BASE64 -> padded(parted(Base64.getEncoder().encodeToString(bytes(type))));
            case HEX -> padded(HexFormat.of().formatHex(bytes(type)));
            case ANY_URI -> "https://example.com/" + random.nextInt(1_000_000);
            case STRING, NORMALIZED_STRING, TOKEN -> ofText(type);
        };
    }

    private String ofText(SimpleType type) {
        int min = least(type);
        int max = type.maxLength().orElse(Math.max(min, LONG));
        List<Pattern> patterns = type.facets(Facet.Patterns.class)
                .flatMap(facet -> facet.alternatives().stream())
                .sorted((one, other) -> one.source().compareTo(other.source()))
                .toList();
        return patterns.isEmpty()
                ? texts.draw(min, longest(min, max))
                : patterns.get(random.nextInt(patterns.size()))
                        .sample(random, min, max)
                        .orElse("");
    }

    private byte[] bytes(SimpleType type) {
        int min = least(type);
        int max = longest(min, type.maxLength().orElse(min + LONG));
        byte[] bytes = new byte[random.nextInt(min, max + 1)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Mostly of usual length, now and then as long as can be. */
    private int longest(int min, int max) {
        boolean extreme = !plain && max <= LONG && random.nextInt(40) == 0;
        return extreme ? max : Math.min(max, Math.max(min, USUAL_LENGTH));
    }

    private static int least(SimpleType type) {
        Stream<Integer> lengths = Stream.concat(
                type.facets(Facet.MinLength.class).map(Facet.MinLength::value),
                type.facets(Facet.Length.class).map(Facet.Length::value));
        OptionalInt least = lengths.mapToInt(Integer::intValue).max();
        return least.orElse(0);
    }

    /** Blanks around anything but text mean nothing. */
    private String padded(String value) {
        boolean pad = !plain && random.nextInt(30) == 0;
        return pad ? blanks() + value + blanks() : value;
    }

    /** Inside base64 too. */
    private String parted(String base64) {
        boolean part = !plain && base64.length() > 4 && random.nextBoolean();
        return part ? base64.substring(0, 3) + "\n " + base64.substring(3) : base64;
    }

    private String blanks() {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(i -> random.nextBoolean() ? " " : "\n")
                .reduce("", String::concat);
    }
}
