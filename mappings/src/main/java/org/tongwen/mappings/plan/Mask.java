package org.tongwen.mappings.plan;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            source.leaves().filter(leaf -> isBelow(leaf.path(), fields)).forEach(leaf -> values.add(leaf.value()));
        }
    }

    /** Learns the values of an ISO message. */
    void learn(BusinessMessage message) {
        if (!isoPaths.isEmpty()) {
            message.parts()
                    .flatMap(part -> part.root().all())
                    .filter(node -> node.children().isEmpty() && isBelowIso(node.path()))
                    .map(Node::text)
                    .forEach(values::add);
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

    private String text(String text) {
        String masked = text;
        for (String value : values) {
            if (value.length() > TELLING) {
                masked = masked.replace(value, HIDDEN);
            } else if (masked.equals(value) && !value.isEmpty()) {
                masked = HIDDEN;
            }
        }
        return masked;
    }
}
