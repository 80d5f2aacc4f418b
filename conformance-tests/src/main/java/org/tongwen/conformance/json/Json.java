package org.tongwen.conformance.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A value of JSON. There are no fractions and no {@code null}: what is not known is left out. */
public sealed interface Json {

    /** A text without lone surrogates, which UTF-8 has no bytes for. */
    static Text text(String text) {
        return new Text(WellFormed.of(text));
    }

    /** A whole number. */
    static Whole whole(long number) {
        return new Whole(number);
    }

    /** A list of texts. */
    static Items texts(List<String> texts) {
        return new Items(texts.stream().<Json>map(Json::text).toList());
    }

    /** No fields yet; {@link Fields#with} adds them. */
    static Fields fields() {
        return new Fields(Map.of());
    }

    /** What stands between quotes. */
    record Text(String text) implements Json {}

    /** A whole number. */
    record Whole(long number) implements Json {

        /** What every reader of JSON holds exactly: {@code 2^53 - 1}. */
        static final long MOST = (1L << 53) - 1;

        /** Refuses what not every reader of JSON holds exactly. */
        public Whole {
            if (number > MOST || number < -MOST) {
                throw new JsonException("a whole number of JSON has at most 53 bits");
            }
        }
    }

    /** True or false. */
    record Flag(boolean isSet) implements Json {}

    /** Values in order. */
    record Items(List<Json> items) implements Json {

        /** Copies the list. */
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Values by name, in the order in which they were added. */
    record Fields(Map<String, Json> values) implements Json {

        /** Copies the map. */
        public Fields {
            values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        }

        /** These and one more. */
        public Fields with(String name, Json value) {
            Map<String, Json> more = new LinkedHashMap<>(values);
            more.put(WellFormed.of(name), value);
            return new Fields(more);
        }

        /** These and a text. */
        public Fields with(String name, String text) {
            return with(name, Json.text(text));
        }

        /** These and a number. */
        public Fields with(String name, long number) {
            return with(name, Json.whole(number));
        }

        /** These and a text, unless it is empty. */
        public Fields withText(String name, String text) {
            return text.isEmpty() ? this : with(name, text);
        }

        /** The value of that name. */
        public Optional<Json> get(String name) {
            return Optional.ofNullable(values.get(name));
        }

        /**
         * A text that must be there.
         *
         * @throws JsonException when it is not
         */
        public String text(String name) {
            return need(name, Text.class, "text").text();
        }

        /** A text; empty when there is none of that name. */
        public String textOrEmpty(String name) {
            return values.containsKey(name) ? text(name) : "";
        }

        /**
         * A number that must be there.
         *
         * @throws JsonException when it is not
         */
        public long whole(String name) {
            return need(name, Whole.class, "a whole number").number();
        }

        /**
         * A day, such as {@code 2026-11-22}, that must be there.
         *
         * @throws JsonException when it is not
         */
        public LocalDate day(String name) {
            return time(name, "a day such as 2026-11-22", LocalDate::parse);
        }

        /**
         * A moment, such as {@code 2026-11-22T08:00:00Z}, that must be there.
         *
         * @throws JsonException when it is not
         */
        public Instant instant(String name) {
            return time(name, "a moment such as 2026-11-22T08:00:00Z", Instant::parse);
        }

        private <T> T time(String name, String what, Function<String, T> parser) {
            try {
                return parser.apply(text(name));
            } catch (DateTimeParseException e) {
                throw new JsonException(name + " must be " + what, e);
            }
        }

        /**
         * Fields that must be there.
         *
         * @throws JsonException when they are not
         */
        public Fields fields(String name) {
            return need(name, Fields.class, "an object");
        }

        /**
         * A list of objects that must be there.
         *
         * @throws JsonException when it is not, or holds anything else
         */
        public List<Fields> objects(String name) {
            return need(name, Items.class, "a list").items().stream()
                    .map(item -> kind(name, item, Fields.class, "a list of objects"))
                    .toList();
        }

        /**
         * A list of texts that must be there.
         *
         * @throws JsonException when it is not, or holds anything else
         */
        public List<String> texts(String name) {
            return need(name, Items.class, "a list").items().stream()
                    .map(item -> kind(name, item, Text.class, "a list of texts").text())
                    .toList();
        }

        /**
         * A list of whole numbers that must be there.
         *
         * @throws JsonException when it is not, or holds anything else
         */
        public List<Long> wholes(String name) {
            return need(name, Items.class, "a list").items().stream()
                    .map(item -> kind(name, item, Whole.class, "a list of whole numbers")
                            .number())
                    .toList();
        }

        private <T extends Json> T need(String name, Class<T> kind, String what) {
            Json value = get(name).orElseThrow(() -> new JsonException(name + " is missing"));
            return kind(name, value, kind, what);
        }

        private static <T extends Json> T kind(String name, Json value, Class<T> kind, String what) {
            if (!kind.isInstance(value)) {
                throw new JsonException(name + " must be " + what);
            }
            return kind.cast(value);
        }
    }

    /**
     * Writes the value at the generator's place.
     *
     * @throws IOException when the generator's own target cannot be written
     */
    default void write(JsonGenerator json) throws IOException {
        if (this instanceof Text text) {
            json.writeString(text.text());
        } else if (this instanceof Whole whole) {
            json.writeNumber(whole.number());
        } else if (this instanceof Flag flag) {
            json.writeBoolean(flag.isSet());
        } else if (this instanceof Items list) {
            json.writeStartArray();
            for (Json item : list.items()) {
                item.write(json);
            }
            json.writeEndArray();
        } else if (this instanceof Fields fields) {
            json.writeStartObject();
            for (Map.Entry<String, Json> field : fields.values().entrySet()) {
                json.writeFieldName(field.getKey());
                field.getValue().write(json);
            }
            json.writeEndObject();
        }
    }
}
