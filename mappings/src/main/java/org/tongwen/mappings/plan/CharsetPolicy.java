package org.tongwen.mappings.plan;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongwen.mappings.codec.Codecs;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Node;

/**
 * The characters that a mapping may write into messages. Leaves that say themselves what becomes of other characters are left to that.
 *
 * @param set the name of the set
 * @param converted ISO paths of elements that a codec brings into a set of its own
 */
record CharsetPolicy(String set, Set<String> converted) {

    private static final String ANY = "any";

    /** The policy of that name; empty when any character will do. */
    static Optional<CharsetPolicy> of(String set, Set<String> converted) {
        return set.equals(ANY) ? Optional.empty() : Optional.of(new CharsetPolicy(set, Set.copyOf(converted)));
    }

    /** A finding for each text with another character, at its ISO path. */
    List<Finding> check(BusinessMessage message) {
        return message.parts()
                .flatMap(part -> part.root().all())
                .flatMap(node -> check(node).stream())
                .toList();
    }

    private Optional<Finding> check(Node node) {
        return Codecs.uncarried(node.text(), set)
                .filter(character -> !isConverted(Relocation.plain(node.path())))
                .map(character -> Finding.error(
                                "codec.Charset",
                                Place.of(node.path()),
                                node.name() + " has the character " + character + ", which is not in the set " + set)
                        .value(node.text())
                        .hint("say what becomes of such characters, for instance as charset(" + set + ")"));
    }

    private boolean isConverted(String isoPath) {
        return converted.stream().anyMatch(path -> isoPath.equals(path) || isoPath.startsWith(path + "/"));
    }
}
