package org.tongwen.mappings.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Codecs as mappings call them, and what they make of single texts. */
final class Calls {

    private Calls() {}

    static Codec codec(String call) {
        return Codecs.find(call, Map.of()).orElseThrow(() -> new AssertionError("no codec " + call));
    }

    static boolean exists(String call) {
        return Codecs.find(call, Map.of()).isPresent();
    }

    /** The ISO texts, or the id of the refusal under {@code refused}. */
    static Map<String, String> iso(Codec codec, String value, String... others) {
        return iso(codec, Codec.Source.of(value, others));
    }

    static Map<String, String> iso(Codec codec, Codec.Source source) {
        Converted<Map<String, String>> converted = codec.toIso(source);
        return converted instanceof Converted.Refused<Map<String, String>> refused
                ? Map.of("refused", refused.id())
                : ((Converted.Done<Map<String, String>>) converted).value();
    }

    /** The text of the element itself, or the id of the refusal. */
    static String to(Codec codec, String value, String... others) {
        Map<String, String> iso = iso(codec, value, others);
        return iso.getOrDefault("refused", iso.getOrDefault("", ""));
    }

    /** What the institution gets; the id of the refusal as its value. */
    static Codec.Source back(Codec codec, Map<String, String> iso) {
        Converted<Codec.Source> converted = codec.fromIso(iso);
        return converted instanceof Converted.Refused<Codec.Source> refused
                ? new Codec.Source(List.of(refused.id()), List.of())
                : ((Converted.Done<Codec.Source>) converted).value();
    }

    /** What the institution gets, with those other values that the codec reads but leaves to other rules to write. */
    static Codec.Source restored(Codec.Source back, Codec.Source source) {
        List<String> others = new ArrayList<>(back.others());
        others.replaceAll(
                other -> other.isEmpty() ? source.others().get(back.others().indexOf(other)) : other);
        return new Codec.Source(back.values(), others);
    }

    static String from(Codec codec, String iso) {
        return back(codec, Map.of("", iso)).value();
    }
}
