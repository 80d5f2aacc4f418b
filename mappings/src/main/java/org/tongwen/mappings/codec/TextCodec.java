package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A codec from one text to one text. */
abstract class TextCodec implements Codec {

    abstract Converted<String> toIso(String source);

    abstract Converted<String> fromIso(String iso);

    @Override
    public final Converted<Map<String, String>> toIso(Source source) {
        return map(toIso(source.value()), text -> Map.of("", text));
    }

    @Override
    public final Converted<Source> fromIso(Map<String, String> iso) {
        return map(fromIso(iso.getOrDefault("", "")), text -> new Source(List.of(text), List.of()));
    }

    static <A, B> Converted<B> map(Converted<A> converted, Function<A, B> view) {
        if (converted instanceof Converted.Refused<A> refused) {
            return new Converted.Refused<>(refused.id(), refused.message(), refused.hint());
        }
        return Converted.of(view.apply(((Converted.Done<A>) converted).value()));
    }
}
