package org.tongwen.mappings.codec;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** All codecs by name. */
public final class Codecs {

    private static final Pattern CALL = Pattern.compile("([a-z-]+)(?:\\((.*)\\))?");

    /** Makes a codec from its arguments; empty when they make no sense. */
    private interface Maker {
        Optional<Codec> make(List<String> arguments, Map<String, Map<String, String>> tables);
    }

    private static final Map<String, Maker> MAKERS = Map.of(
            "minor", (arguments, tables) -> only(arguments).map(currency -> new Amount(Amount.Style.MINOR, currency)),
            "decimal", (arguments, tables) -> decimal(arguments),
            "date", (arguments, tables) -> DateTimes.date(arguments),
            "datetime", (arguments, tables) -> DateTimes.dateTime(arguments),
            "time", (arguments, tables) -> DateTimes.time(arguments),
            "code",
                    (arguments, tables) -> only(arguments)
                            .filter(tables::containsKey)
                            .map(table -> new Code(table, tables.getOrDefault(table, Map.of()))),
            "text", (arguments, tables) -> Text.of(words(arguments)),
            "account", (arguments, tables) -> arguments.isEmpty() ? Optional.of(new Account()) : Optional.empty(),
            "lines",
                    (arguments, tables) -> only(arguments)
                            .filter(width -> width.matches("[1-9]\\d{0,2}"))
                            .map(width -> new Lines(Integer.parseInt(width))),
            "terminal",
                    (arguments, tables) -> only(arguments)
                            .filter(letter -> letter.matches("[A-Z0-9]"))
                            .map(Terminal::new));

    private Codecs() {}

    /** The codec that leaves a text as it is. */
    public static Codec plain() {
        return new Plain();
    }

    /** Names of all codecs. */
    public static SortedSet<String> names() {
        return new TreeSet<>(MAKERS.keySet());
    }

    /** The name in a call such as {@code minor(CNY)}; the text itself when it is no call. */
    public static String name(String call) {
        Matcher matcher = CALL.matcher(call);
        return matcher.matches() ? matcher.group(1) : call;
    }

    /** The arguments in a call. */
    public static List<String> arguments(String call) {
        Matcher matcher = CALL.matcher(call);
        String inside =
                matcher.matches() && matcher.group(2) != null ? matcher.group(2).strip() : "";
        return inside.isEmpty()
                ? List.of()
                : Arrays.stream(inside.split(",")).map(String::strip).toList();
    }

    /**
     * The codec of a call such as {@code minor(CNY)}; empty when there is none of that name or its arguments make no sense.
     *
     * @param call name and arguments as the mapping writes them
     * @param tables the mapping's code tables by name
     */
    public static Optional<Codec> find(String call, Map<String, Map<String, String>> tables) {
        return Optional.ofNullable(MAKERS.get(name(call))).flatMap(maker -> maker.make(arguments(call), tables));
    }

    private static Optional<String> only(List<String> arguments) {
        return arguments.size() == 1 ? Optional.of(arguments.get(0)) : Optional.empty();
    }

    private static List<String> words(List<String> arguments) {
        return arguments.stream()
                .flatMap(argument -> Arrays.stream(argument.split(" +")))
                .toList();
    }

    private static Optional<Codec> decimal(List<String> arguments) {
        List<String> styles = List.of("comma", "no-trailing-zeros");
        Amount.Style style = arguments.contains("comma")
                ? Amount.Style.COMMA
                : arguments.contains("no-trailing-zeros") ? Amount.Style.SHORT : Amount.Style.POINT;
        List<String> currency = arguments.stream()
                .filter(argument -> !styles.contains(argument))
                .toList();
        return currency.size() <= 1
                ? Optional.of(new Amount(style, currency.isEmpty() ? "" : currency.get(0)))
                : Optional.empty();
    }
}
