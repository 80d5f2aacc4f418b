package org.tongwen.conformance.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tongwen.xsd.definition.ComplexType;
import org.tongwen.xsd.definition.MessageDefinition;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.outline.ElementPath;

/**
 * A place in a message with its header, known to its definition.
 *
 * @param inHeader whether it lies in the header
 * @param steps from below the root ({@code AppHdr} or {@code Document})
 * @param attribute the attribute of the element there
 */
public record IsoPath(boolean inHeader, List<Step> steps, Optional<String> attribute) {

    private static final String HEADER = "AppHdr";
    private static final Pattern STEP = Pattern.compile("([A-Za-z][A-Za-z0-9]*)(?:\\[([1-9][0-9]{0,3})])?");

    /**
     * A step down.
     *
     * @param name of the element
     * @param number which of several, from 1
     */
    public record Step(String name, int number) {

        @Override
        public String toString() {
            return number == 1 ? name : name + "[" + number + "]";
        }
    }

    /** Copies the steps. */
    public IsoPath {
        steps = List.copyOf(steps);
    }

    /**
     * Reads a path such as {@code CdtTrfTxInf/Amt/@Ccy} or {@code AppHdr/Fr/FIId}. It may leave out what stands at the top of every
     * document.
     *
     * @param header the definition of headers
     * @param document the definition of the document
     * @param place where the path is written, for the finding
     */
    static Checked<IsoPath> parse(String text, MessageDefinition header, MessageDefinition document, Place place) {
        int at = text.indexOf('@');
        Optional<String> attribute = at < 0 ? Optional.empty() : Optional.of(text.substring(at + 1));
        String elements = (at < 0 ? text : text.substring(0, at)).replaceAll("^/|/$", "");
        boolean inHeader = elements.equals(HEADER) || elements.startsWith(HEADER + "/");
        List<Step> written = new ArrayList<>();
        for (String each : elements.split("/")) {
            Matcher step = STEP.matcher(each);
            if (!step.matches()) {
                return Checked.none(wrong(place, "'" + each + "' is no name of an element", text));
            }
            written.add(new Step(step.group(1), step.group(2) == null ? 1 : Integer.parseInt(step.group(2))));
        }
        MessageDefinition in = inHeader ? header : document;
        Checked<ElementPath> known =
                ElementPath.find(in, written.stream().map(Step::name).collect(Collectors.joining("/")));
        if (known.value().isEmpty()) {
            return Checked.none(wrong(place, known.findings().get(0).message(), text));
        }
        return attribute
                        .filter(name -> !hasAttribute(known.value().get(), name))
                        .isPresent()
                ? Checked.none(wrong(place, "the element has no attribute " + attribute.get(), text))
                : Checked.of(whole(inHeader, known.value().get(), written, attribute), List.of());
    }

    /** With the steps at the top that the path left out, without the root. */
    private static IsoPath whole(boolean inHeader, ElementPath known, List<Step> written, Optional<String> attribute) {
        List<Step> steps = new ArrayList<>();
        String[] names = known.path().substring(1).split("/");
        int left = names.length - written.size();
        for (int i = 1; i < names.length; i++) {
            steps.add(i < left ? new Step(names[i], 1) : written.get(i - left));
        }
        return new IsoPath(inHeader, steps, attribute);
    }

    private static boolean hasAttribute(ElementPath element, String name) {
        return element.element().declaration().type() instanceof ComplexType type
                && type.attribute(name).isPresent();
    }

    private static Finding wrong(Place place, String message, String text) {
        return Finding.error("conformance.WrongPath", place, message).value(text);
    }

    /** As plans write it. */
    @Override
    public String toString() {
        String names = steps.stream().map(Step::toString).collect(Collectors.joining("/"));
        return (inHeader ? HEADER + "/" : "")
                + names
                + attribute.map(name -> "/@" + name).orElse("");
    }
}
