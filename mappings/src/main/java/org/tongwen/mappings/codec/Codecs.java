package org.tongwen.mappings.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * All codecs by name: every {@link CodecKind} that a {@code META-INF/services} file on the class path lists. Several of them make a chain
 * with {@code then}: {@code charset(sepa) then text(cut 70)}.
 */
public final class Codecs {

    private static final Pattern CALL = Pattern.compile("([a-z-]+)(?:\\((.*)\\))?", Pattern.DOTALL);

    /** The word between codecs of a chain; one in brackets belongs to the argument. */
    private static final Pattern THEN = Pattern.compile("\\s+then\\s+(?![^(]*\\))");

    private static final Map<String, CodecKind> KINDS = new TreeMap<>(ServiceLoader.load(CodecKind.class).stream()
            .map(ServiceLoader.Provider::get)
            .collect(Collectors.toMap(CodecKind::name, kind -> kind)));

    private Codecs() {}

    /** The codec that leaves a text as it is. */
    public static Codec plain() {
        return new Plain();
    }

    /**
     * The first character of a text that a network does not carry, with its number; empty when it carries all.
     *
     * @param set a set that {@code charset} takes
     * @throws IllegalArgumentException when there is no such set
     */
    public static Optional<String> uncarried(String text, String set) {
        return Charset.uncarried(text, set);
    }

    /** Names of all codecs. */
    public static SortedSet<String> names() {
        return new TreeSet<>(KINDS.keySet());
    }

    /** All kinds of codecs, by name. */
    public static List<CodecKind> kinds() {
        return List.copyOf(KINDS.values());
    }

    /** The calls in a chain; a single call is a chain of one. */
    public static List<String> calls(String chain) {
        return THEN.splitAsStream(chain.strip()).toList();
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

    /** The codec of a call or chain; empty where {@link #make} refuses. */
    public static Optional<Codec> find(String call, Map<String, Table> tables) {
        return make(call, tables) instanceof Converted.Done<Codec> done ? Optional.of(done.value()) : Optional.empty();
    }

    /**
     * The codec of a call such as {@code minor(CNY)}, or of a chain of calls. Refused as {@code mapping.UnknownCodec} when there is none of
     * that name, when its arguments make no sense or when codecs cannot follow each other, and as {@code mapping.UnknownCodes} when there is
     * no such code table.
     *
     * @param chain names and arguments as the mapping writes them
     * @param tables the mapping's code tables by name
     */
    public static Converted<Codec> make(String chain, Map<String, Table> tables) {
        List<String> calls = calls(chain);
        List<Codec> codecs = new ArrayList<>();
        for (String call : calls) {
            Converted<Codec> made = single(call, tables);
            if (!(made instanceof Converted.Done<Codec> done)) {
                return made;
            }
            codecs.add(done.value());
        }
        return codecs.size() == 1 ? Converted.of(codecs.get(0)) : Chain.of(codecs, calls);
    }

    private static Converted<Codec> single(String call, Map<String, Table> tables) {
        String name = name(call);
        CodecKind kind = KINDS.get(name);
        if (kind == null) {
            return Converted.refused(
                    "mapping.UnknownCodec", "there is no codec " + name, "codecs: " + String.join(", ", names()));
        }
        Optional<Codec> codec = kind.make(arguments(call), tables);
        return codec.isPresent() ? Converted.of(codec.get()) : unfit(call, kind, tables);
    }

    private static Converted<Codec> unfit(String call, CodecKind kind, Map<String, Table> tables) {
        if (kind instanceof Code.Kind && arguments(call).size() == 1) {
            return Converted.refused(
                    "mapping.UnknownCodes",
                    "there is no code table for " + call,
                    "tables: " + String.join(", ", tables.keySet()));
        }
        List<Description.Form> forms = kind.describe().forms();
        String written = forms.stream().map(Description.Form::call).collect(Collectors.joining(", "));
        String meanings = forms.stream()
                .map(form -> form.call() + ": " + form.meaning().replace("`", ""))
                .collect(Collectors.joining("; "));
        return Converted.refused(
                "mapping.UnknownCodec",
                call + " cannot be understood; " + kind.name() + " is written like " + written,
                meanings);
    }
}
