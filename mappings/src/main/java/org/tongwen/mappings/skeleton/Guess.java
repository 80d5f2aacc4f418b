package org.tongwen.mappings.skeleton;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.tree.Tree;

/** What the values seen at one place of samples have in common. The same samples in the same order give the same guess. */
final class Guess {

    private static final List<Integer> LENGTHS = List.of(16, 20, 35, 50, 70, 100, 140, 200, 256, 500);
    private static final int SAME_LENGTH = 3;
    private static final int LEAST_FOR_CODES = 6;
    private static final int MOST_CODES = 12;
    private static final int KEPT_VALUES = 1_000;
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,19}");
    private static final Pattern SHORT_CODE = Pattern.compile("[A-Z][A-Z0-9]{0,3}");
    private static final Pattern WHOLE = Pattern.compile("-?\\d+");

    private static final Map<String, Pattern> FORMATS = formats();

    private final Set<Tree.Kind> kinds = EnumSet.noneOf(Tree.Kind.class);
    private final Map<String, Guess> fields = new LinkedHashMap<>();
    private final Map<String, Integer> values = new TreeMap<>();
    private @Nullable Guess items;
    private int objects;
    private int seen;
    private int texts;
    private int shortest = Integer.MAX_VALUE;
    private int longest;
    private boolean whole = true;

    private static Map<String, Pattern> formats() {
        Map<String, Pattern> formats = new LinkedHashMap<>();
        formats.put(
                "date-time",
                Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)"));
        formats.put("date", Pattern.compile("\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])"));
        formats.put("uuid", Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"));
        formats.put("email", Pattern.compile("[^@\\s]{1,64}@[A-Za-z0-9.-]{1,190}\\.[A-Za-z]{2,}"));
        formats.put("uri", Pattern.compile("https?://[^\\s<>\"]+"));
        return formats;
    }

    /** Adds what one more value shows. */
    void add(Tree value) {
        seen++;
        kinds.add(value.kind());
        switch (value.kind()) {
            case OBJECT -> {
                objects++;
                value.fields()
                        .forEach((name, field) ->
                                fields.computeIfAbsent(name, key -> new Guess()).add(field));
            }
            case LIST -> value.items().forEach(item(value)::add);
            case TEXT -> text(value.value());
            case NUMBER -> whole &= WHOLE.matcher(value.value()).matches();
            case BOOLEAN, NULL -> {
                // The kind says it all.
            }
        }
    }

    private Guess item(Tree list) {
        Guess known = items;
        if (known == null) {
            known = new Guess();
            items = list.items().isEmpty() ? null : known;
        }
        return known;
    }

    private void text(String value) {
        texts++;
        int length = value.codePointCount(0, value.length());
        shortest = Math.min(shortest, length);
        longest = Math.max(longest, length);
        if (values.size() < KEPT_VALUES) {
            values.merge(value, 1, Integer::sum);
        }
    }

    /** The kinds of values seen. */
    Set<Tree.Kind> kinds() {
        return kinds;
    }

    /** Whether all numbers were whole. */
    boolean isWhole() {
        return whole;
    }

    /** The fields of objects, in the order in which they were first seen. */
    Map<String, Guess> fields() {
        return fields;
    }

    /** The fields that no object was without. */
    List<String> required() {
        return fields.entrySet().stream()
                .filter(field -> field.getValue().seen == objects)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What stood in lists; empty when all of them were empty. */
    Optional<Guess> items() {
        return Optional.ofNullable(items);
    }

    /** Greatest length of a text: the length itself when several texts all had it or it is a short code, else rounded up. */
    OptionalInt maxLength() {
        if (texts == 0 || longest == 0) {
            return OptionalInt.empty();
        }
        boolean codes = values.keySet().stream()
                .allMatch(value -> SHORT_CODE.matcher(value).matches());
        boolean fixed =
                codes || format().filter(Set.of("uuid", "date")::contains).isPresent();
        if (fixed || (values.size() >= SAME_LENGTH && shortest == longest)) {
            return OptionalInt.of(longest);
        }
        int rounded = LENGTHS.stream()
                .filter(length -> length >= longest)
                .findFirst()
                .orElseGet(() -> (longest + 999) / 1000 * 1000);
        return OptionalInt.of(rounded);
    }

    /** The format of JSON Schema that all texts had. */
    Optional<String> format() {
        return FORMATS.entrySet().stream()
                .filter(format -> texts > 0
                        && values.keySet().stream()
                                .allMatch(value ->
                                        format.getValue().matcher(value).matches()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** The values, when they are evidently codes: few, each seen again, all in capitals. */
    List<String> codes() {
        boolean evident = texts >= LEAST_FOR_CODES
                && values.size() <= MOST_CODES
                && values.size() * 2 <= texts
                && values.entrySet().stream()
                        .allMatch(value -> value.getValue() > 1
                                && CODE.matcher(value.getKey()).matches());
        return evident ? new ArrayList<>(values.keySet()) : List.of();
    }
}
