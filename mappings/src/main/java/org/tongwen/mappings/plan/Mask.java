package org.tongwen.mappings.plan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Node;

/** Hides the values of sensitive fields in findings and reports; the translated documents hold them as they are. */
final class Mask {

    private static final String HIDDEN = "[masked]";

    /** A shorter value is hidden where it stands alone, not inside other words. */
    private static final int TELLING = 3;

    private final Set<String> fields;
    private final Set<String> isoPaths;
    private final Set<String> values = new HashSet<>();

    /** The lengths of the values that begin with some characters, the longest first: a text is searched once for all values. */
    private final Map<String, Set<Integer>> lengths = new HashMap<>();

    /**
     * Prepares the mask of a mapping.
     *
     * @param fields the sensitive source paths
     * @param leaves all leaves of the mapping
     */
    Mask(Set<String> fields, List<Leaf> leaves) {
        this.fields = fields;
        this.isoPaths = leaves.stream()
                .filter(leaf -> leaf.sources().stream().anyMatch(source -> isBelow(source, fields)))
                .map(Leaf::isoPath)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Mask(Mask other) {
        this.fields = other.fields;
        this.isoPaths = other.isoPaths;
    }

    /** Whether the mapping has sensitive fields. */
    boolean hides() {
        return !fields.isEmpty();
    }

    /** A mask for one translation. */
    Mask forOne() {
        return new Mask(this);
    }

    private static boolean isBelow(String path, Set<String> around) {
        return around.stream().anyMatch(field -> path.equals(field) || path.startsWith(field + "."));
    }

    /** Learns the values of a source document. */
    void learn(Tree source) {
        if (!fields.isEmpty()) {
            source.leaves().filter(leaf -> isBelow(leaf.path(), fields)).forEach(leaf -> learn(leaf.value()));
        }
    }

    /** Learns the values of an ISO message. */
    void learn(BusinessMessage message) {
        if (!isoPaths.isEmpty()) {
            message.parts()
                    .flatMap(part -> part.root().all())
                    .filter(node -> node.children().isEmpty() && isBelowIso(node.path()))
                    .map(Node::text)
                    .forEach(this::learn);
        }
    }

    private boolean isBelowIso(String path) {
        String plain = Relocation.plain(path);
        return isoPaths.stream().anyMatch(known -> plain.equals(known) || plain.startsWith(known + "/"));
    }

    List<Finding> findings(List<Finding> findings) {
        return fields.isEmpty()
                ? findings
                : findings.stream().map(this::finding).toList();
    }

    private Finding finding(Finding finding) {
        boolean hidden = isAt(finding.place());
        Optional<String> value = finding.value().map(text -> hidden ? HIDDEN : text(text));
        return new Finding(
                finding.severity(),
                finding.id(),
                finding.place(),
                text(finding.message()),
                value,
                hidden && finding.hint().startsWith("it would be ") ? "" : text(finding.hint()));
    }

    /** Whether a place is that of a sensitive field, in a document that could not be read or in a message. */
    private boolean isAt(Place place) {
        if (!place.path().startsWith("/")) {
            return false;
        }
        String path = place.path().substring(1).replaceAll("/\\d+(?=/|$)", "").replace('/', '.');
        return isBelow(path, fields) || isBelowIso(place.path());
    }

    List<LedgerEntry> ledger(List<LedgerEntry> entries) {
        return fields.isEmpty() ? entries : entries.stream().map(this::entry).toList();
    }

    private LedgerEntry entry(LedgerEntry entry) {
        boolean hidden = isBelow(entry.field(), fields) || isAt(entry.place());
        return hidden
                ? entry.with(
                        entry.value().isEmpty() ? "" : HIDDEN, entry.became().map(value -> HIDDEN))
                : entry.with(text(entry.value()), entry.became().map(this::text));
    }

    /** The text with the longest sensitive value at each position hidden. */
    private String text(String text) {
        if (values.contains(text) && !text.isEmpty()) {
            return HIDDEN;
        }
        StringBuilder masked = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int hidden = hiddenAt(text, at);
            masked.append(hidden == 0 ? String.valueOf(text.charAt(at)) : HIDDEN);
            at += Math.max(1, hidden);
        }
        return masked.toString();
    }

    /** How many characters of a sensitive value stand at a position; 0 for none. */
    private int hiddenAt(String text, int at) {
        int end = at + TELLING + 1;
        if (end > text.length()) {
            return 0;
        }
        return lengths.getOrDefault(text.substring(at, end), Set.of()).stream()
                .filter(length -> at + length <= text.length() && values.contains(text.substring(at, at + length)))
                .findFirst()
                .orElse(0);
    }

    private void learn(String value) {
        if (values.add(value) && value.length() > TELLING) {
            lengths.computeIfAbsent(value.substring(0, TELLING + 1), key -> new TreeSet<>(Comparator.reverseOrder()))
                    .add(value.length());
        }
    }
}
