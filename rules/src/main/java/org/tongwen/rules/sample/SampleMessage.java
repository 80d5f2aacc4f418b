package org.tongwen.rules.sample;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongwen.xsd.message.BusinessMessage;
import org.tongwen.xsd.message.Message;
import org.tongwen.xsd.message.MessageWriter;

/**
 * A message that can be changed by ISO path. Paths begin below the message's own element, {@code CdtTrfTxInf/ChrgBr}, or with
 * {@code AppHdr/}; {@code Strd[2]} is the second of its name. A change is
 *
 * <ul>
 *   <li>{@code path=text}: the element has this text; it is made where it is not there, with all around it
 *   <li>{@code path@Ccy=JPY}: an attribute
 *   <li>{@code -path}: the element goes away
 *   <li>{@code +path}: a copy of the element behind it
 *   <li>{@code ~path}: the element and the one behind it change places
 *   <li>{@code !pacs.008.001.10}: the document is of this message or version; {@code !head.001.001.03}: the header is
 * </ul>
 */
public final class SampleMessage {

    private static final String HEADER = "AppHdr";
    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:";
    private static final Pattern STEP = Pattern.compile("([^\\[]+)(?:\\[([0-9]{1,6})\\])?");

    private record Part(String namespace, Draft root) {
        boolean isHeader() {
            return root.name().equals(HEADER);
        }
    }

    private final List<Part> parts;

    private SampleMessage(List<Part> parts) {
        this.parts = new ArrayList<>(parts);
    }

    /** A message to be changed; the given one stays as it is. */
    public static SampleMessage of(BusinessMessage message) {
        return new SampleMessage(message.parts().map(SampleMessage::part).toList());
    }

    private static Part part(Message message) {
        return new Part(message.definition().namespace(), Draft.of(message.root()));
    }

    /** The same message, to be changed on its own. */
    public SampleMessage copy() {
        return new SampleMessage(parts.stream()
                .map(part -> new Part(part.namespace(), part.root().copy()))
                .toList());
    }

    /**
     * Makes changes, one a line.
     *
     * @throws IllegalArgumentException when a line is no change, or names an element that is not there
     */
    public SampleMessage change(String lines) {
        lines.lines().map(String::stripLeading).filter(line -> !line.isEmpty()).forEach(this::changeOne);
        return this;
    }

    private void changeOne(String line) {
        if (line.startsWith("-")) {
            remove(line.substring(1));
        } else if (line.startsWith("+")) {
            repeat(line.substring(1));
        } else if (line.startsWith("~")) {
            swap(line.substring(1));
        } else if (line.startsWith("!")) {
            version(line.substring(1).strip());
        } else {
            int sign = line.indexOf('=');
            if (sign < 0) {
                throw new IllegalArgumentException("no change of a message: " + line);
            }
            set(line.substring(0, sign), line.substring(sign + 1));
        }
    }

    private void set(String path, String value) {
        int mark = path.indexOf('@');
        Draft target = at(mark < 0 ? path : path.substring(0, mark), true).orElseThrow();
        if (mark < 0) {
            target.children().clear();
            target.text(value);
        } else {
            target.attributes().put(path.substring(mark + 1), value);
        }
    }

    private void remove(String path) {
        around(path).children().remove(existing(path));
    }

    private void repeat(String path) {
        Draft element = existing(path);
        List<Draft> siblings = around(path).children();
        siblings.add(siblings.indexOf(element) + 1, element.copy());
    }

    private void swap(String path) {
        Draft element = existing(path);
        List<Draft> siblings = around(path).children();
        int at = siblings.indexOf(element);
        if (at + 1 == siblings.size()) {
            throw new IllegalArgumentException("nothing stands behind " + path);
        }
        siblings.remove(at);
        siblings.add(at + 1, element);
    }

    private void version(String message) {
        boolean header = message.startsWith("head.");
        parts.replaceAll(part -> part.isHeader() == header ? new Part(NAMESPACE + message, part.root()) : part);
    }

    private Draft around(String path) {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? top(path) : existing(path.substring(0, slash));
    }

    private Draft existing(String path) {
        return at(path, false)
                .orElseThrow(() -> new IllegalArgumentException("there is no element to change at " + path));
    }

    /** The element that a path starts from: the header, or the message's own element below Document. */
    private Draft top(String path) {
        boolean header = path.equals(HEADER) || path.startsWith(HEADER + "/");
        return parts.stream()
                .map(Part::root)
                .filter(root -> root.name().equals(HEADER) == header)
                .map(root -> header ? root : root.children().get(0))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the message has no place for " + path));
    }

    private Optional<Draft> at(String path, boolean make) {
        Optional<Draft> found = Optional.of(top(path));
        for (String name : path.split("/")) {
            if (!name.equals(HEADER)) {
                found = found.flatMap(above -> step(above, name, make));
            }
        }
        return found;
    }

    private static Optional<Draft> step(Draft above, String text, boolean make) {
        Matcher step = STEP.matcher(text);
        if (!step.matches()) {
            throw new IllegalArgumentException("no step of a path: " + text);
        }
        int position = step.group(2) == null ? 1 : Integer.parseInt(step.group(2));
        Optional<Draft> child = above.child(step.group(1), position);
        return child.isPresent() || !make ? child : Optional.of(above.insert(step.group(1)));
    }

    /** All paths of elements without children, as changes write them, in document order. */
    public List<String> leaves() {
        return paths(true);
    }

    /** All paths of elements below the message's own element and below the header, in document order. */
    public List<String> elements() {
        return paths(false);
    }

    private List<String> paths(boolean leavesOnly) {
        List<String> paths = new ArrayList<>();
        for (Part part : parts) {
            boolean header = part.isHeader();
            Draft top = header ? part.root() : part.root().children().get(0);
            collect(header ? HEADER + "/" : "", top, leavesOnly, paths);
        }
        return paths;
    }

    private static void collect(String prefix, Draft above, boolean leavesOnly, List<String> paths) {
        for (int i = 0; i < above.children().size(); i++) {
            Draft child = above.children().get(i);
            long before = above.children().subList(0, i).stream()
                    .filter(other -> other.name().equals(child.name()))
                    .count();
            String path = prefix + child.name() + (before > 0 ? "[" + (before + 1) + "]" : "");
            if (!leavesOnly || child.children().isEmpty()) {
                paths.add(path);
            }
            collect(path + "/", child, leavesOnly, paths);
        }
    }

    /** The text of the element at a path; empty when there is none. */
    public Optional<String> text(String path) {
        return at(path, false).map(Draft::text);
    }

    /** The attribute of the element at a path. */
    public Optional<String> attribute(String path, String name) {
        return at(path, false)
                .flatMap(found -> Optional.ofNullable(found.attributes().get(name)));
    }

    /** The message with its document in another namespace, which is that of another message or version. */
    public SampleMessage namespace(String namespace) {
        return new SampleMessage(parts.stream()
                .map(part -> part.isHeader() ? part : new Part(namespace, part.root()))
                .toList());
    }

    /** The message as XML, in the wrapper when it has a header. */
    public byte[] xml() {
        StringBuilder xml = new StringBuilder();
        parts.forEach(part -> {
            part.root().write(part.namespace(), xml);
            xml.append('\n');
        });
        String all = parts.size() == 1
                ? xml.toString()
                : "<" + MessageWriter.WRAPPER + ">\n" + xml + "</" + MessageWriter.WRAPPER + ">\n";
        return all.getBytes(StandardCharsets.UTF_8);
    }
}
