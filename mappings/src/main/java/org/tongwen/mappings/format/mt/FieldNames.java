package org.tongwen.mappings.format.mt;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What message types, groups, fields and components are called in words: {@code names.txt}, which explains how it is written. */
final class FieldNames {

    private static final Set<String> DAYS =
            Set.of("30", ".date", ".valueDate", "header.inputDate", "header.outputDate");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** The second character of a type says what kind of message it is among the common ones of all categories. */
    private static final String COMMON = "9";

    private final Map<String, String> names;
    private final String type;
    private final String anyCategory;

    private FieldNames(Map<String, String> names, String type) {
        this.names = names;
        this.type = type;
        this.anyCategory = type.startsWith(COMMON, 1) ? "n" + type.substring(1) : type;
    }

    /** The names that hold in messages of a type; of a type that is not known, those that hold in any. */
    static FieldNames of(String type) {
        return new FieldNames(load(), type);
    }

    private static Map<String, String> load() {
        try (InputStream file = Objects.requireNonNull(FieldNames.class.getResourceAsStream("names.txt"))) {
            Map<String, String> names = new HashMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> BLANKS.split(line, 2))
                    .forEach(words -> names.put(words[0], words[1]));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What messages of the type are; empty when no name is known. */
    String message() {
        return first(Stream.of("MT" + type, "MT" + anyCategory)).orElse("");
    }

    /** The name of a group such as {@code B}; its own where no other is known. */
    String group(String group) {
        return first(inType(group)).orElse(group);
    }

    /** The name of a field of block 4, in a group or, with an empty one, outside; empty when none is known. */
    String field(String group, String tag) {
        Stream<String> inGroup = group.isEmpty() ? Stream.empty() : inType(group + ":" + tag);
        return first(Stream.concat(inGroup, inType(tag))).orElse("");
    }

    /** The name of a component of a field; the component itself where no other is known. */
    String component(String tag, String component) {
        return first(Stream.of(tag + "." + component, "." + component)).orElse(component);
    }

    /** The name of a part of the header blocks. */
    String header(String component) {
        return first(Stream.of("header." + component)).orElse(component);
    }

    /** The name of a field of block 3 or 5; empty when none is known. */
    String tagged(String block, String tag) {
        return first(Stream.of(block + ":" + tag)).orElse("");
    }

    /** What a value means that is a code or a day; empty when nothing is known of it. */
    String meaning(String tag, String component, String value) {
        String part = component.isEmpty() ? tag : tag + "." + component;
        return first(Stream.of(part + "=" + value, "." + component + "=" + value))
                .orElseGet(() -> DAYS.contains(part) || DAYS.contains("." + component) ? day(value) : "");
    }

    private static String day(String value) {
        return value.matches("[0-9]{6}") && Check.DATE.passes(value, 0, value.length())
                ? Check.date(value).toString()
                : "";
    }

    private Stream<String> inType(String key) {
        return Stream.of(type + ":" + key, anyCategory + ":" + key, key);
    }

    private Optional<String> first(Stream<String> keys) {
        return keys.map(names::get).filter(Objects::nonNull).findFirst();
    }
}
