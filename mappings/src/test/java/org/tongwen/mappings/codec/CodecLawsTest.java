package org.tongwen.mappings.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What every codec promises, tried with texts made of its own examples and with texts that mean harm. */
class CodecLawsTest {

    private static final int ROUNDS = 400;

    private static final List<String> HARM = List.of(
            "",
            " ",
            "\uD83D",
            "\uDE00",
            "\uD83D\uDE00",
            "\u0000",
            "\u0001\u001F",
            "\u0301",
            "e\u0301",
            "\uFFFE",
            "\uFFFF",
            "\uFEFF",
            "\u202E",
            "a\r\nb",
            "\t",
            "-",
            "+",
            "--1",
            "1e9",
            "1E99",
            "9".repeat(41),
            "-" + "9".repeat(18),
            "0",
            "00",
            "-0",
            ",",
            ".",
            "１２",
            "٣",
            "NaN",
            "{}",
            "(",
            "then",
            "=",
            "/",
            "//",
            "ﷺ",
            "𠮷",
            "张",
            "張三豐",
            "·",
            "张·",
            "<script>",
            "\u00DF",
            "İ",
            "ǆ");

    private static Stream<String> calls() {
        Stream<String> forms = Codecs.kinds().stream()
                .flatMap(kind -> kind.describe().forms().stream().map(Description.Form::call));
        Stream<String> examples = Codecs.kinds().stream()
                .flatMap(kind -> kind.describe().examples().stream().map(Description.Example::call));
        return Stream.concat(forms, examples).distinct();
    }

    private static Codec codec(String call) {
        return Codecs.find(call, CodecReference.TABLES).orElseThrow();
    }

    @TestFactory
    Stream<DynamicTest> whatComesBackMeansTheSame() {
        return calls().map(call -> dynamicTest(call, () -> {
            Codec codec = codec(call);
            Random random = new Random(call.hashCode());
            List<Codec.Source> seeds = seeds(codec, call);
            int accepted = 0;
            for (int i = 0; i < ROUNDS; i++) {
                accepted += comesBack(codec, mutated(seeds.get(random.nextInt(seeds.size())), random)) ? 1 : 0;
            }
            assertThat(accepted).as("texts that the codec took").isGreaterThan(ROUNDS / 20);
        }));
    }

    /** Whether the codec took the value; if so, the law must hold. */
    private static boolean comesBack(Codec codec, Codec.Source source) {
        if (!(codec.toIso(source) instanceof Converted.Done<Map<String, String>> there)) {
            return false;
        }
        Map<String, String> iso = there.value();
        assertThat(codec.isoPaths()).containsAll(iso.keySet());
        Converted<Codec.Source> back = codec.fromIso(iso);
        assertThat(back).as("%s as %s", source, iso).isInstanceOf(Converted.Done.class);
        Codec.Source value = Calls.restored(((Converted.Done<Codec.Source>) back).value(), source);
        if (codec.fidelity() == Codec.Fidelity.EXACT) {
            assertThat(value).isEqualTo(source);
        }
        Converted<Map<String, String>> again = codec.toIso(value);
        assertThat(again).as("%s back as %s", source, value).isInstanceOf(Converted.Done.class);
        Map<String, String> second = ((Converted.Done<Map<String, String>>) again).value();
        boolean lossy = codec.fidelity() == Codec.Fidelity.LOSSY;
        assertThat(lossy ? codec.fromIso(second).equals(back) : codec.isSameIso(iso, second))
                .as("%s and %s", iso, second)
                .isTrue();
        if (iso.containsKey("") && source.values().size() == 1) {
            int length = Text.length(iso.getOrDefault("", ""));
            assertThat(length)
                    .isLessThanOrEqualTo(Math.max(codec.isoLength(Text.length(source.value())), length(codec)));
        }
        return true;
    }

    /** Dates, times and amounts may grow by what is written out in them; a type without a length bounds them. */
    private static int length(Codec codec) {
        return codec.fits().containsAll(Values.TEXT) && codec.fits().size() == Values.TEXT.size() ? 0 : 64;
    }

    private static List<Codec.Source> seeds(Codec codec, String call) {
        List<Codec.Source> seeds = new ArrayList<>();
        String name = Codecs.name(Codecs.calls(call).get(0));
        Codecs.kinds().stream()
                .filter(kind -> kind.name().equals(name))
                .flatMap(kind -> kind.describe().examples().stream())
                .map(Description.Example::source)
                .filter(source -> codec.toIso(complete(source, codec)) instanceof Converted.Done)
                .forEach(source -> seeds.add(complete(source, codec)));
        if (seeds.isEmpty()) {
            seeds.addAll(MORE.getOrDefault(call, List.of()));
        }
        assertThat(seeds).as("examples that %s takes", call).isNotEmpty();
        return seeds;
    }

    private static Codec.Source complete(Codec.Source source, Codec codec) {
        int wanted = codec.sourcePaths().size();
        return source.others().size() == wanted
                ? source
                : new Codec.Source(source.values(), Collections.nCopies(wanted, "EUR"));
    }

    /** Seeds for forms that no example of their codec fits. */
    private static final Map<String, List<Codec.Source>> MORE = new HashMap<>();

    static {
        MORE.put("decimal(places, currency)", List.of(Codec.Source.of("1.50", "EUR")));
        MORE.put("minor(currency, lower)", List.of(Codec.Source.of("150", "usd")));
        MORE.put("minor(currency, numeric)", List.of(Codec.Source.of("150", "156")));
        MORE.put("decimal(comma, currency)", List.of(Codec.Source.of("1,50", "EUR")));
        MORE.put(
                "address(structured PstCd TwnNm Ctry)",
                List.of(new Codec.Source(List.of("1", "Berlin", "DE"), List.of())));
        MORE.put("address(wrap 70)", List.of(Codec.Source.of("Musterweg 7 L-0000 Luxembourg")));
        MORE.put("date(yyyyMMdd)", List.of(Codec.Source.of("20261204")));
        MORE.put("sign(+, -, 13)", List.of(Codec.Source.of("+000000000150"), Codec.Source.of("-000000000150")));
        MORE.put("flag(1, 0)", List.of(Codec.Source.of("1")));
        MORE.put("flag(Y, N)", List.of(Codec.Source.of("N")));
    }

    private static Codec.Source mutated(Codec.Source seed, Random random) {
        List<String> values = new ArrayList<>(seed.values());
        int at = random.nextInt(values.size());
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            values.set(at, changed(values.get(at), random));
        }
        return new Codec.Source(values, seed.others());
    }

    /** A text with a part taken out, doubled, replaced by its own characters or by harm. */
    private static String changed(String text, Random random) {
        int start = text.isEmpty() ? 0 : random.nextInt(text.length());
        int end = Math.min(text.length(), start + 1 + random.nextInt(3));
        String part = text.substring(start, end);
        String put = switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> part + part;
            case 2 -> new StringBuilder(part).reverse().toString();
            case 3 -> text.isEmpty() ? "" : text.substring(random.nextInt(text.length()));
            default -> HARM.get(random.nextInt(HARM.size()));
        };
        return text.substring(0, start) + put + text.substring(end);
    }

    @TestFactory
    Stream<DynamicTest> nothingThrows() {
        return calls().map(call -> dynamicTest(call, () -> {
            Codec codec = codec(call);
            List<String> texts = new ArrayList<>(HARM);
            texts.add("x".repeat(1_000_000));
            texts.add("9".repeat(1_000_000));
            texts.add(";".repeat(1_000_000));
            texts.add("\u00E4 ".repeat(100_000));
            texts.add("\u5F20".repeat(20_000));
            for (String text : texts) {
                tried(codec, text);
            }
        }));
    }

    private static void tried(Codec codec, String text) {
        List<String> others = codec.sourcePaths().stream()
                .map(path -> isLong(text) ? "EUR" : text)
                .toList();
        assertThatCode(() -> {
                    codec.toIso(new Codec.Source(List.of(text), others));
                    if (codec.takesList()) {
                        codec.toIso(new Codec.Source(List.of(), others));
                        codec.toIso(new Codec.Source(List.of(text, text, text), others));
                    }
                    Map<String, String> iso = new HashMap<>();
                    codec.fromIso(iso);
                    for (String path : codec.isoPaths()) {
                        iso.put(path, text);
                        codec.fromIso(iso);
                        if (isLong(text)) {
                            iso.put(path, "EUR");
                        }
                    }
                    codec.isSameIso(iso, Map.of());
                    codec.isSameIso(iso, iso);
                })
                .as("%s characters beginning with %s", text.length(), text.substring(0, Math.min(20, text.length())))
                .doesNotThrowAnyException();
    }

    /** One long text at a time is harm enough. */
    private static boolean isLong(String text) {
        return text.length() > 100;
    }
}
