package org.tongwen.xsd.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Texts that a type may take or not, made from a table for each primitive and from the type's facets. Our own validation has no part in
 * it, so that it can be judged by them.
 *
 * <p>Left out is what the JDK is known to judge otherwise than the standard: characters beyond the basic plane, U+2028 and U+2029, and
 * years of more digits than an int has.
 */
final class Candidates {

    private static final List<String> YEARS = words("""
            0001 0004 1900 2000 2023 2024 2100 2400 9999 10000 12024 12100 99999 -0001 -0004 -0100 -0400
            -2024 -10000
            """);
    private static final List<String> WRONG_YEARS = words("""
            0000 -0000 00000 02024 -02024 24 024 -24 +2024 2O24 --2024 ２０２４
            """);
    private static final List<String> DAYS = words("""
            01-01 01-31 01-32 02-28 02-29 02-30 03-31 04-30 04-31 05-31 06-30 06-31 07-31 08-31 09-30 09-31
            10-31 11-30 11-31 12-31 12-32 00-10 13-01 01-00 1-01 01-1 0101 01-001 01 01- 01/01 01--1 -1-01
            """, "");
    private static final List<String> OFFSETS = words("""
            Z z ZZ +00:00 -00:00 +08:00 -05:30 +14:00 -14:00 +14:01 -14:01 +13:59 +13:60 +15:00 +99:99
            +8:00 +08 +0800 +08:0 +08:000 08:00 + - +08:00Z Z+08:00 +-8:00 \u221208:00
            """, "", " Z");
    private static final List<String> CLOCKS = words("""
            00:00:00 23:59:59 10:30:00 24:00:00 24:00:01 24:01:00 25:00:00 24:00:00.0 24:00:00.000
            24:00:00.001 23:59:59.999999999 10:30:00.5 10:30:00.50 10:30:00.0 10:30:00. 10:30:00,5
            10:30:00.5.5 10:30:00.-5 10:30:00.5a 10:30:60 23:59:60 10:60:00 10:30 10 10:30: 1:30:00 10:3:00
            10:30:0 010:30:00 10:030:00 10:30:000 -1:00:00 10.30.00 103000 :30:00 +10:30:00 1O:30:00
            00:00:00.0000000000001
            """, "10:30:00 ", "10: 30:00");
    private static final List<String> NUMBERS = words("""
            0 -0 +0 00 0.0 -0.00 0. .0 . - + -. +. 1 +1 -1 --1 +-1 1- 1. 1.0 .5 -.5 +.5 0.5 00.50 007 -007
            1e2 1E2 1e-2 1,5 1_0 1.2.3 1..2 0x1F INF -INF NaN ١ １ 1\u00A0 one 1f 1d 1L 2147483647
            2147483648 9223372036854775807 9223372036854775808 -9223372036854775809 0.1 0.10 0.12 0.123
            0.1234 0.12345 0.123456 0.12345000 100000 10 99.99 100.00 100.01
            """, "1 0", "- 1");
    private static final List<String> OTHERS = List.of(
            "",
            " ",
            "\t\n",
            "true",
            "false",
            "1",
            "0",
            "TRUE",
            "False",
            "t",
            "yes",
            "2",
            "01",
            "-1",
            "true false",
            "tr ue",
            "A",
            "AB",
            "ABC",
            "ABCD",
            "AQ==",
            "AR==",
            "AQI=",
            "AQJ=",
            "AQ=",
            "AQ",
            "A===",
            "====",
            "=",
            "AQ==AQ==",
            "AQIDBA==",
            "A Q = =",
            "AQ= =",
            "AQ\n==",
            "AQI D",
            " AQID ",
            "AQID\tAQID",
            "AQ  ID",
            "AQ-_",
            "AQI*",
            "AQ==A",
            "QUI=QUJD",
            "0a",
            "0A",
            "fF",
            "0",
            "0G",
            "0a 0b",
            "0a0",
            "é1",
            "00FF00ff",
            "０Ａ",
            "abc",
            "Müller",
            "中文",
            "a b",
            "a  b",
            " a",
            "a ",
            "a\tb",
            "a\nb",
            "\u00A0",
            "\u3000a",
            "<&>\"'",
            "]]>",
            "\u0085",
            "\uE000",
            "\uFFFD",
            "http://example.com/a?b=c#d",
            "urn:a:b",
            "a/b",
            "../a",
            "CNY",
            "cny",
            "DEUTDEFF",
            "DEUTDEFFXXX",
            "+86-10123",
            "DE89370400440532013000",
            "00000000-0000-4000-8000-000000000000",
            "UTC",
            "P1D",
            "2024-W01");

    private static final String CHARACTERS = "aZ09 -+.:/T'é中\t\n=";
    private static final int DRAWN_A_PATTERN = 25;
    private static final int CODES = 40;
    private static final int NEAR_EACH = 4;
    private static final int NEAR_TABLE = 400;
    private static final int NO_LIMIT = 100;
    private static final int LONGEST = 200_000;

    private static final Set<Primitive> WITH_YEAR =
            Set.of(Primitive.DATE, Primitive.DATE_TIME, Primitive.YEAR, Primitive.YEAR_MONTH);
    private static final Pattern LONG_YEAR = Pattern.compile("^\\s*-?\\d{10}");

    private final SimpleType type;
    private final Random random;
    private final Set<String> texts = new LinkedHashSet<>();

    private Candidates(SimpleType type, Random random) {
        this.type = type;
        this.random = random;
    }

    /** Texts for the type, each once; the same state of the generator gives the same. */
    static List<String> of(SimpleType type, Random random) {
        Candidates candidates = new Candidates(type, random);
        candidates.add();
        return candidates.texts.stream().filter(candidates::isJudgedAlike).toList();
    }

    private static List<String> words(String words, String... others) {
        return Stream.concat(Stream.of(words.strip().split("\\s+")), Stream.of(others))
                .toList();
    }

    private void add() {
        texts.addAll(OTHERS);
        texts.addAll(NUMBERS);
        calendar();
        List<String> table = List.copyOf(texts);
        random.ints(NEAR_TABLE, 0, table.size())
                .mapToObj(table::get)
                .map(this::near)
                .forEach(texts::add);
        numbers();
        lengths();
        meant().forEach(text -> {
            texts.add(text);
            texts.add(" " + text + "\n");
            random.ints(NEAR_EACH).mapToObj(i -> near(text)).forEach(texts::add);
        });
    }

    /** Every day of every year where a year counts, every offset where an offset stands. */
    private void calendar() {
        List<String> years = Stream.concat(YEARS.stream(), WRONG_YEARS.stream()).toList();
        boolean date = type.primitive() == Primitive.DATE || type.primitive() == Primitive.DATE_TIME;
        for (String year : date ? years : List.of("2024")) {
            DAYS.forEach(day -> addDay(year + "-" + day));
        }
        for (String offset : OFFSETS) {
            texts.add("2024" + offset);
            texts.add("2024-02" + offset);
            texts.add("2024-02-29" + offset);
            texts.add("10:30:00" + offset);
            texts.add("10:30:00.5" + offset);
            texts.add("2024-02-29T24:00:00" + offset);
        }
        CLOCKS.forEach(clock -> Stream.of("", "Z", "-05:30")
                .forEach(offset -> Stream.of(
                                "", "2024-02-29T", "2024-02-30T", "T", "2024-02-29t", "2024-02-29 ", "-0004-02-29T")
                        .forEach(day -> texts.add(day + clock + offset))));
        years.forEach(year -> Stream.of("", "-01", "-12", "-00", "-13", "-1", "--", "-01-01T10:30:00Z")
                .forEach(month -> texts.add(year + month)));
    }

    private void addDay(String day) {
        texts.add(day);
        texts.add(day + "Z");
        texts.add(day + "T10:30:00");
    }

    /** Each bound and its neighbours; the greatest number of digits and decimals, and one more. */
    private void numbers() {
        Stream.of(
                        type.facets(Facet.MinInclusive.class).map(Facet.MinInclusive::value),
                        type.facets(Facet.MaxInclusive.class).map(Facet.MaxInclusive::value),
                        type.facets(Facet.MinExclusive.class).map(Facet.MinExclusive::value),
                        type.facets(Facet.MaxExclusive.class).map(Facet.MaxExclusive::value))
                .flatMap(bounds -> bounds)
                .forEach(this::bound);
        Stream<Integer> digits = Stream.concat(
                type.facets(Facet.TotalDigits.class).map(Facet.TotalDigits::value), Stream.of(1, 5, 18, 19));
        List<Integer> decimals = Stream.concat(
                        type.facets(Facet.FractionDigits.class).map(Facet.FractionDigits::value), Stream.of(0, 5, 6))
                .toList();
        digits.forEach(most -> decimals.forEach(behind -> {
            for (int all = Math.max(0, most - 1); all <= most + 1; all++) {
                number(all, behind);
                number(all, behind + 1);
            }
        }));
    }

    private void bound(BigDecimal bound) {
        for (String step : List.of("0", "1", "-1", "0.01", "-0.01", "0.00001", "-0.00001")) {
            String text = bound.add(new BigDecimal(step)).toPlainString();
            texts.addAll(List.of(text, "-" + text, "+" + text, "00" + text, text + "0", text + ".0", text + "."));
        }
    }

    /** A number of so many digits in all, with and without zeros that do not count. */
    private void number(int digits, int decimals) {
        int whole = Math.max(0, digits - decimals);
        String number = "9".repeat(whole) + (decimals == 0 ? "" : "." + "7".repeat(Math.min(digits, decimals)));
        texts.addAll(List.of(number, "-" + number, "+" + number, "000" + number, number + "0", number + "000"));
        texts.add("0." + "0".repeat(decimals) + "1");
    }

    /** Texts and binary values whose length is a limit, or one beyond. */
    private void lengths() {
        Stream.concat(
                        Stream.of(1, NO_LIMIT),
                        Stream.of(
                                        type.facets(Facet.Length.class).map(Facet.Length::value),
                                        type.facets(Facet.MinLength.class).map(Facet.MinLength::value),
                                        type.facets(Facet.MaxLength.class).map(Facet.MaxLength::value))
                                .flatMap(limits -> limits))
                .filter(limit -> limit <= LONGEST)
                .flatMap(limit -> Stream.of(limit - 1, limit, limit + 1))
                .filter(length -> length >= 0)
                .forEach(this::ofLength);
    }

    private void ofLength(int length) {
        texts.addAll(List.of("x".repeat(length), "7".repeat(length), "A".repeat(length), "中".repeat(length)));
        texts.addAll(List.of("0a".repeat(length), " ".repeat(length), "x" + " ".repeat(length), "a b ".repeat(length)));
        String rest = List.of("", "AQ==", "AQI=").get(length % 3);
        texts.add("QUJD".repeat(length / 3) + rest);
        texts.add(" QU JD".repeat(length / 3) + rest);
    }

    /** Codes of the list, and texts that the patterns describe. */
    private List<String> meant() {
        List<String> codes = type.values();
        List<String> meant = new ArrayList<>(codes.subList(0, Math.min(CODES, codes.size())));
        type.facets(Facet.Patterns.class)
                .flatMap(facet -> facet.alternatives().stream())
                .sorted((one, other) -> one.source().compareTo(other.source()))
                .forEach(pattern -> {
                    for (int i = 0; i < DRAWN_A_PATTERN; i++) {
                        pattern.sample(random, 0, 1 + random.nextInt(NO_LIMIT)).ifPresent(meant::add);
                    }
                });
        return meant;
    }

    /** The text with one character changed, added or left out. */
    private String near(String text) {
        int at = random.nextInt(text.length() + 1);
        int gone = random.nextInt(2);
        char other = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
        String added = gone == 0 || random.nextBoolean() ? Character.toString(other) : "";
        return text.substring(0, at) + added + text.substring(Math.min(text.length(), at + gone));
    }

    /** Some primitives are times whose year a long run of digits would be. */
    private boolean isJudgedAlike(String text) {
        boolean year = WITH_YEAR.contains(type.primitive());
        return text.chars().noneMatch(c -> Character.isSurrogate((char) c) || c == '\u2028' || c == '\u2029')
                && !(year && LONG_YEAR.matcher(text).find());
    }
}
