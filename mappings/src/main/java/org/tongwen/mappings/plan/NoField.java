package org.tongwen.mappings.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.xsd.message.Node;

/** ISO elements that the institution's format has no field for: a message that has them loses them, and the mapping says why. */
final class NoField {

    /** Names from an element upwards, and why it is lost. */
    private record Lost(List<String> names, String reason) {

        boolean names(Node node) {
            Optional<Node> at = Optional.of(node);
            for (int i = names.size() - 1; i >= 0; i--) {
                if (at.isEmpty() || !at.get().name().equals(names.get(i))) {
                    return false;
                }
                at = at.get().parent();
            }
            return true;
        }
    }

    private final Map<String, List<Lost>> byName = new HashMap<>();

    /**
     * Prepares the declarations of a head.
     *
     * @param declared ends of ISO paths, as {@code CdtTrfTxInf/UltmtDbtr}, with the reason
     */
    NoField(Map<String, Word> declared) {
        declared.forEach((path, reason) -> {
            List<String> names = names(path);
            byName.computeIfAbsent(names.get(names.size() - 1), key -> new ArrayList<>())
                    .add(new Lost(names, reason.text()));
        });
    }

    /** The names in the end of a path. */
    static List<String> names(String path) {
        return Arrays.asList(path.split("/", -1));
    }

    /** Why an element, or one around it, is lost; empty when the mapping does not say so. */
    Optional<String> reason(Node node) {
        return byName.isEmpty() ? Optional.empty() : upTo(node, null);
    }

    /** Why an element, or one around it but below another, is lost. */
    Optional<String> reason(Node node, Node below) {
        return byName.isEmpty() ? Optional.empty() : upTo(node, below);
    }

    private Optional<String> upTo(Node node, @Nullable Node end) {
        for (Optional<Node> at = Optional.of(node);
                at.isPresent() && at.get() != end;
                at = at.get().parent()) {
            for (Lost lost : byName.getOrDefault(at.get().name(), List.of())) {
                if (lost.names(at.get())) {
                    return Optional.of(lost.reason());
                }
            }
        }
        return Optional.empty();
    }
}
