package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongwen.xsd.definition.Primitive;

/**
 * Codecs one behind the other: towards ISO from left to right, back from right to left. All but the last make one text of one text; the
 * first may take a list, the last may need further source values and fill several places.
 */
record Chain(List<Codec> first, Codec last) implements Codec {

    static Converted<Codec> of(List<Codec> codecs, List<String> calls) {
        List<Codec> first = List.copyOf(codecs.subList(0, codecs.size() - 1));
        for (int i = 0; i < codecs.size(); i++) {
            boolean list = i > 0 && codecs.get(i).takesList();
            boolean many = i < first.size() && !codecs.get(i).isSimple();
            if (list || many) {
                return Converted.refused(
                        "mapping.UnknownCodec",
                        calls.get(i) + (list ? " takes a list" : " fills or needs more than one value")
                                + ", so it can only be the " + (list ? "first" : "last") + " of a chain");
            }
        }
        return Converted.of(new Chain(first, codecs.get(codecs.size() - 1)));
    }

    /** The worst of the parts. */
    @Override
    public Fidelity fidelity() {
        return first.stream()
                .map(Codec::fidelity)
                .reduce(last.fidelity(), (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    @Override
    public List<String> sourcePaths() {
        return last.sourcePaths();
    }

    @Override
    public List<String> isoPaths() {
        return last.isoPaths();
    }

    @Override
    public boolean worksWith(Set<String> places) {
        return last.worksWith(places);
    }

    @Override
    public boolean takesList() {
        return first.get(0).takesList();
    }

    @Override
    public int isoLength(int sourceLength) {
        int length = sourceLength;
        for (Codec codec : first) {
            length = codec.isoLength(length);
        }
        return last.isoLength(length);
    }

    @Override
    public Set<Primitive> fits() {
        return last.fits();
    }

    @Override
    public Optional<Set<String>> isoTexts() {
        return last.isoTexts();
    }

    @Override
    public Optional<Set<String>> sourceTexts() {
        return first.get(0).sourceTexts();
    }

    @Override
    public boolean isSameIso(Map<String, String> one, Map<String, String> other) {
        return last.isSameIso(one, other);
    }

    @Override
    public String loss() {
        return Stream.concat(first.stream(), Stream.of(last))
                .map(Codec::loss)
                .filter(loss -> !loss.isEmpty())
                .collect(Collectors.joining("; "));
    }

    @Override
    public Converted<Map<String, String>> toIso(Source source) {
        return toIso(source, ShortIds.NONE);
    }

    @Override
    public Converted<Map<String, String>> toIso(Source source, ShortIds ids) {
        Source value = new Source(source.values(), List.of());
        for (Codec codec : first) {
            Converted<Map<String, String>> converted = codec.toIso(value, ids);
            if (!(converted instanceof Converted.Done<Map<String, String>> done)) {
                return converted;
            }
            value = Source.of(done.value().getOrDefault("", ""));
        }
        return last.toIso(new Source(value.values(), source.others()), ids);
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso) {
        return back(iso, (codec, texts) -> codec.fromIso(texts));
    }

    @Override
    public Converted<Source> fromIso(Map<String, String> iso, ShortIds ids) {
        return back(iso, (codec, texts) -> codec.fromIso(texts, ids));
    }

    private Converted<Source> back(
            Map<String, String> iso, BiFunction<Codec, Map<String, String>, Converted<Source>> step) {
        Converted<Source> back = step.apply(last, iso);
        List<String> others =
                back instanceof Converted.Done<Source> done ? done.value().others() : List.of();
        for (int i = first.size() - 1; i >= 0 && back instanceof Converted.Done<Source> done; i--) {
            back = step.apply(first.get(i), Map.of("", done.value().value()));
        }
        return TextCodec.map(back, source -> new Source(source.values(), others));
    }
}
