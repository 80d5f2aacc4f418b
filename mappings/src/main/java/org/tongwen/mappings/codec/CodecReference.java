package org.tongwen.mappings.codec;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tongwen.xsd.definition.Primitive;

/** The reference page of codecs, made of what they say of themselves. */
public final class CodecReference {

    /** The table that examples of {@code code} use. */
    static final Map<String, Table> TABLES = Map.of(
            "charges",
            new Table(
                    Map.of("OUR", "DEBT", "SHA", "SHAR", "SHARED", "SHAR", "BEN", "CRED"),
                    Map.of("DEBT", "OUR", "SHAR", "SHA", "CRED", "BEN"),
                    Optional.empty()));

    private CodecReference() {}

    /** The page in Markdown. */
    public static String markdown() {
        StringBuilder page = new StringBuilder("""
                # Codecs

                A codec converts a value between the institution's side and ISO: `amount as minor(CNY)`. Each has both directions. This page is
                made of what the codecs say of themselves; a test keeps it so.

                Several codecs make a chain: `name as charset(sepa) then text(cut 70)`. Towards ISO it is read from left to right, back from right to
                left. All but the last make one text of one text; only the first may take a list. A chain loses what its parts lose.

                *Exact*: every value comes back as it was. *Normalising*: its meaning does, in a normal form. *Lossy*: less may come back. What a
                normalising or lossy codec changes in a message is in that message's ledger.

                """);
        page.append(index());
        Codecs.kinds().forEach(kind -> section(kind, page));
        return page.toString();
    }

    private static String index() {
        return Codecs.kinds().stream()
                .map(kind -> "[`" + kind.name() + "`](#" + kind.name() + ")")
                .collect(Collectors.joining(" · ", "", "\n"));
    }

    private static void section(CodecKind kind, StringBuilder page) {
        Description description = kind.describe();
        page.append("\n## ")
                .append(kind.name())
                .append("\n\n")
                .append(description.summary())
                .append("\n\n");
        page.append("| written | | into | fidelity |\n|---|---|---|---|\n");
        for (Description.Form form : description.forms()) {
            Codec codec = codec(form.call());
            page.append(row(List.of(code(form.call()), form.meaning(), into(codec), word(codec.fidelity()))));
        }
        if (!description.lost().isEmpty()) {
            page.append("\nLost: ").append(description.lost()).append("\n");
        }
        page.append("\n| example | institution | ISO | back |\n|---|---|---|---|\n");
        for (Description.Example example : description.examples()) {
            boolean same = example.back().equals(example.source());
            page.append(row(List.of(
                    code(example.call()),
                    source(example.source(), codec(example.call())),
                    iso(example.iso(), codec(example.call())),
                    same ? "the same" : source(example.back(), codec(example.call())))));
        }
    }

    private static Codec codec(String call) {
        return Codecs.find(call, TABLES).orElseThrow(() -> new IllegalStateException("no codec " + call));
    }

    private static String row(List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** Text as code; a bar would end the cell. */
    private static String code(String text) {
        return "`" + text.replace("|", "\\|").replace("\n", "⏎") + "`";
    }

    private static String word(Codec.Fidelity fidelity) {
        return fidelity.name().toLowerCase(Locale.ROOT);
    }

    private static String into(Codec codec) {
        List<String> places = codec.isoPaths().stream()
                .filter(path -> !path.isEmpty() && !path.startsWith("@"))
                .map(path -> code(path.replaceAll("\\[\\d+]", "")))
                .distinct()
                .toList();
        Set<String> into = new LinkedHashSet<>(codec.isoPaths().contains("") ? types(codec.fits()) : List.of());
        into.addAll(places);
        return String.join(", ", into);
    }

    private static List<String> types(Set<Primitive> fits) {
        if (fits.equals(Values.ANY) || fits.equals(Values.UNDATED)) {
            return List.of(fits.equals(Values.ANY) ? "any value" : "any value but dates and times");
        }
        List<String> types = fits.stream()
                .filter(primitive -> !Values.TEXT.contains(primitive))
                .filter(primitive -> primitive != Primitive.INTEGER)
                .map(primitive -> "`" + primitive.xmlName() + "`")
                .collect(Collectors.toList());
        types.add("text");
        return types;
    }

    private static String source(Codec.Source source, Codec codec) {
        StringBuilder text = new StringBuilder(
                source.values().stream().map(CodecReference::code).collect(Collectors.joining(", ")));
        for (int i = 0; i < source.others().size(); i++) {
            text.append("; ")
                    .append(codec.sourcePaths().get(i))
                    .append(": ")
                    .append(code(source.others().get(i)));
        }
        return text.toString();
    }

    private static String iso(Map<String, String> iso, Codec codec) {
        return codec.isoPaths().stream()
                .filter(iso::containsKey)
                .map(path -> (path.isEmpty() ? "" : path + ": ") + code(iso.getOrDefault(path, "")))
                .collect(Collectors.joining("; "));
    }
}
