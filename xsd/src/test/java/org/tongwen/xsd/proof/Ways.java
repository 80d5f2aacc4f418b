package org.tongwen.xsd.proof;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.MessageCheck;
import org.tongwen.xsd.message.MessageReader;

/** The ways in which we judge a document: as bytes, as a stream, part by part, and as the tree that was read. */
final class Ways {

    /** What the reader finds and may pass over: the tree can be without it, and valid. */
    private static final Set<String> NOT_IN_TREE = Set.of("xsd.UnexpectedElement", "xsd.UnexpectedText");

    private final MessageReader reader;

    Ways(MessageReader reader) {
        this.reader = reader;
    }

    /** How another way differs from the first, which read the bytes at once; empty when it does not. */
    Optional<String> difference(byte[] xml, Checked<BusinessMessage> first) {
        Set<Finding> findings = comparable(first);
        Set<Finding> stream = comparable(reader.read(new ByteArrayInputStream(xml)));
        Set<Finding> parts = comparable(reader.read(new ByteArrayInputStream(xml), (message, part) -> {}));
        if (!findings.equals(stream) || !findings.equals(parts)) {
            return Optional.of("as bytes " + findings + ", as a stream " + stream + ", in parts " + parts);
        }
        return tree(first);
    }

    /** Where a read ends inside a character, the parser counts its bytes: the column of what it refuses there is one or two off. */
    private static Set<Finding> comparable(Checked<BusinessMessage> read) {
        Set<Finding> comparable = new TreeSet<>();
        for (Finding finding : read.findings()) {
            Place place = finding.place();
            boolean ofParser = finding.id().equals("xsd.NotWellFormed");
            comparable.add(ofParser ? finding.at(Place.of(place.line(), 0, place.path())) : finding);
        }
        return comparable;
    }

    private static Optional<String> tree(Checked<BusinessMessage> first) {
        if (first.value().isEmpty() || MessageReader.brokeOff(first.findings())) {
            return Optional.empty();
        }
        List<Finding> tree = first.value()
                .get()
                .parts()
                .flatMap(message -> MessageCheck.check(message).stream())
                .toList();
        boolean valid = first.findings().isEmpty();
        boolean inTree = !first.findings().stream().allMatch(finding -> NOT_IN_TREE.contains(finding.id()));
        boolean same = tree.isEmpty() ? !inTree : !valid;
        return same ? Optional.empty() : Optional.of("as bytes " + first.findings() + ", as a tree " + tree);
    }
}
