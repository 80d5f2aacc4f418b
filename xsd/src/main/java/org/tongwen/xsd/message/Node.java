package org.tongwen.xsd.message;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.definition.ElementDeclaration;
import org.tongwen.xsd.definition.Foreign;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.Placed;

/**
 * An element of a message. It knows its declaration, its text or children, and where it came from: the place in the XML it was read
 * from, or the place in the institution's document whose value a mapping put here.
 *
 * <p>Nodes are built and then only read; they are not safe to change from several threads.
 */
public final class Node implements Placed {

    private static final int FEW = 4;

    private final ElementDeclaration declaration;
    private final @Nullable Placed origin;
    private final int line;
    private final int column;
    private @Nullable Node parent;
    private int position = 1;
    private List<Node> children = List.of();
    private List<Node> view = List.of();
    private Map<String, String> attributes = Map.of();
    private String text = "";

    /** How many children of a name there were, where the list of children does not tell: of foreign ones, and of those that were released. */
    private @Nullable Map<Object, Integer> counts;

    /** A node without text and children. An origin with a path lies in another document, from which a mapping took the value. */
    public Node(ElementDeclaration declaration, Placed origin) {
        this(declaration, origin, 0, 0);
    }

    /** A node that was read from XML. */
    Node(ElementDeclaration declaration, int line, int column) {
        this(declaration, null, line, column);
    }

    private Node(ElementDeclaration declaration, @Nullable Placed origin, int line, int column) {
        this.declaration = declaration;
        this.origin = origin;
        this.line = line;
        this.column = column;
    }

    /** The element as its parent's type declares it. */
    public ElementDeclaration declaration() {
        return declaration;
    }

    /** Local name of the element. */
    public String name() {
        return declaration.name();
    }

    /** Where its content came from, as it was said when the node was made. */
    public Place origin() {
        return origin == null ? Place.of(line, column, "") : origin.place();
    }

    /** Its place in the message: the ISO path, and line and column when it was read from XML. */
    @Override
    public Place place() {
        if (origin == null) {
            return Place.of(line, column, path());
        }
        Place source = origin.place();
        return source.path().isEmpty() ? source.path(path()) : Place.of(path());
    }

    /** The ISO path from the root, such as {@code /Document/FIToFICstmrCdtTrf/CdtTrfTxInf[2]/Amt}; repeatable elements are counted from 1. */
    public String path() {
        Node above = parent;
        if (above == null) {
            return "/" + name();
        }
        String own = declaration.repeats() ? name() + "[" + position + "]" : name();
        return above.path() + "/" + own;
    }

    /** The element around this one; empty for a root. */
    public Optional<Node> parent() {
        return Optional.ofNullable(parent);
    }

    /** Its text; empty for a node with children. */
    public String text() {
        return text;
    }

    /** Children in document order. */
    public List<Node> children() {
        return view;
    }

    boolean isLeaf() {
        return children.isEmpty();
    }

    boolean isPlain() {
        return attributes.isEmpty();
    }

    /** Children of that name, in document order. */
    public Stream<Node> children(String name) {
        return children.stream().filter(child -> child.name().equals(name));
    }

    /** Children of that declaration, in document order. */
    public List<Node> children(ElementDeclaration wanted) {
        Node first = null;
        List<Node> found = List.of();
        for (int i = 0; i < children.size(); i++) {
            Node child = children.get(i);
            if (child.declaration == wanted) {
                if (first == null) {
                    first = child;
                } else {
                    if (found.isEmpty()) {
                        found = new ArrayList<>();
                        found.add(first);
                    }
                    found.add(child);
                }
            }
        }
        return first == null || !found.isEmpty() ? found : List.of(first);
    }

    /** The first child of that name. */
    public Optional<Node> child(String name) {
        for (Node child : children) {
            if (child.name().equals(name)) {
                return Optional.of(child);
            }
        }
        return Optional.empty();
    }

    /** The node at a path of names below this one, such as {@code GrpHdr/MsgId}; the first of several. */
    public Optional<Node> find(String path) {
        Optional<Node> found = Optional.of(this);
        for (String name : path.split("/")) {
            found = found.flatMap(node -> node.child(name));
        }
        return found;
    }

    /** This node and all below it, in document order. */
    public Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }

    /** Attributes by local name; those of foreign elements in a namespace are named {@code {namespace}name}. */
    public Map<String, String> attributes() {
        return Collections.unmodifiableMap(attributes);
    }

    /** The attribute of that name. */
    public Optional<String> attribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    /** Whether the definition says nothing of this element: it stands in supplementary data or a signature. */
    public boolean isForeign() {
        return declaration.type() instanceof Foreign;
    }

    /** Sets the text. */
    public Node text(String value) {
        text = value;
        return this;
    }

    /** Sets an attribute. */
    public Node attribute(String name, String value) {
        if (attributes.isEmpty()) {
            attributes = Map.of(name, value);
            return this;
        }
        if (!(attributes instanceof LinkedHashMap)) {
            attributes = new LinkedHashMap<>(attributes);
        }
        attributes.put(name, value);
        return this;
    }

    /** Adds a child behind those already there. */
    public Node add(Node child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(FEW);
            view = Collections.unmodifiableList(children);
        }
        child.position = child.declaration.repeats() ? countBefore(child) + 1 : 1;
        children.add(child);
        child.parent = this;
        if (child.isForeign()) {
            count(child);
        }
        return this;
    }

    /**
     * Adds an element of a long message to a tree that holds but a part of that message. The element keeps the position that it has in the
     * whole message.
     *
     * @param child an element that was {@linkplain MessageReader#read(java.io.InputStream, java.util.function.BiConsumer) handed over}
     */
    public Node adopt(Node child) {
        int position = child.position;
        add(child);
        child.position = position;
        return this;
    }

    /** Says how many elements of its name stand before it in the whole message, of which this tree holds but a part. */
    public void standsBehind(int others) {
        position = others + 1;
    }

    /** Its position among the elements of its name and parent, from 1; 1 for an element that may occur only once. */
    public int position() {
        return position;
    }

    /** Puts the children into the order of their declarations, for a program that could not add them so. Those of one name keep theirs. */
    public Node arrange() {
        if (children.size() > 1) {
            children.sort(Comparator.comparingInt(child -> child.declaration.index()));
        }
        return this;
    }

    /** Forgets the last child, which keeps its parent and place: whoever took it needs the message around it, the message does not need it. */
    void release(Node child) {
        children.remove(children.size() - 1);
        count(child);
    }

    private void count(Node child) {
        Map<Object, Integer> known = counts;
        if (known == null) {
            known = new HashMap<>();
            counts = known;
        }
        known.put(counted(child), child.position);
    }

    /** What children are counted by: foreign ones of one name share no declaration. */
    private static Object counted(Node child) {
        return child.isForeign() ? child.name() : child.declaration;
    }

    /**
     * Siblings of a declaration mostly stand side by side; only foreign ones may come in any order. Once one was released, those behind
     * it are not looked for among all the children that stay.
     */
    private int countBefore(Node child) {
        int known = counts == null ? 0 : counts.getOrDefault(counted(child), 0);
        return known > 0 || child.isForeign() ? known : positionBefore(child);
    }

    private int positionBefore(Node child) {
        for (int i = children.size() - 1; i >= 0; i--) {
            Node before = children.get(i);
            if (before.declaration == child.declaration) {
                return before.position;
            }
        }
        return 0;
    }
}
