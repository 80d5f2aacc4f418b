package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A codec from one text to one text. */
public abstract class TextCodec implements Codec {

    /** For codecs of this kind. */
    protected TextCodec() {}

    /** Towards ISO. */
    public abstract Converted<String> toIso(String source);

    /** Back. */
    public abstract Converted<String> fromIso(String iso);

    /** Towards ISO, keeping the long form of an identifier that does not fit. */
    public Converted<String> toIso(String source, ShortIds ids) {
        return toIso(source);
    }

    /** Back, with the long form of an identifier that did not fit. */
    public Converted<String> fromIso(String iso, ShortIds ids) {
        return fromIso(iso);
    }

    @Override
    public final Converted<Map<String, String>> toIso(Source source, ShortIds ids) {
        return map(toIso(source.value(), ids), text -> Map.of("", text));
    }

    @Override
    public final Converted<Source> fromIso(Map<String, String> iso, ShortIds ids) {
        return map(fromIso(iso.getOrDefault("", ""), ids), text -> new Source(List.of(text), List.of()));
    }

    @Override
    public final Converted<Map<String, String>> toIso(Source source) {
        return map(toIso(source.value()), text -> Map.of("", text));
    }

    @Override
    public final Converted<Source> fromIso(Map<String, String> iso) {
        return map(fromIso(iso.getOrDefault("", "")), text -> new Source(List.of(text), List.of()));
    }

    static <A, B> Converted<B> map(Converted<A> converted, Function<A, B> view) {
        return then(converted, value -> Converted.of(view.apply(value)));
    }

    static <A, B> Converted<B> then(Converted<A> converted, Function<A, Converted<B>> next) {
        if (converted instanceof Converted.Refused<A> refused) {
            return new Converted.Refused<>(refused.id(), refused.message(), refused.hint());
        }
        return next.apply(((Converted.Done<A>) converted).value());
    }

    /** The text without the blanks around it, which XML Schema takes away from numbers and dates. */
    static String trimmed(String iso) {
        int start = 0;
        int end = iso.length();
        while (start < end && isBlank(iso.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(iso.charAt(end - 1))) {
            end--;
        }
        return iso.substring(start, end);
    }

    private static boolean isBlank(char character) {
        return " \t\r\n".indexOf(character) >= 0;
    }
}
