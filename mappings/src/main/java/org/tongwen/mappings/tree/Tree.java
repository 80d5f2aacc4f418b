package org.tongwen.mappings.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.finding.Place;

/**
 * A value of an institution's document: an object with named fields, a list, or a leaf. Formats make it from bytes and write it back.
 * A leaf keeps its text exactly as the document writes it, numbers too.
 *
 * <p>Trees are built and then only read; they are not safe to change from several threads.
 */
public final class Tree {

    /** What a value is. */
    public enum Kind {
        /** Named fields. */
        OBJECT,
        /** Values in order. */
        LIST,
        /** Text. */
        TEXT,
        /** A number, kept as its text. */
        NUMBER,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** An explicit nothing. */
        NULL
    }

    private final Kind kind;
    private final String value;
    private final Place origin;
    private final Map<String, Tree> fields = new LinkedHashMap<>();
    private final List<Tree> items = new ArrayList<>();
    private @Nullable Tree parent;
    private String label = "";

    private Tree(Kind kind, String value, Place origin) {
        this.kind = kind;
        this.value = value;
        this.origin = origin;
    }

    /** An object without fields. An origin without a path stands for the JSON pointer of the tree's own place. */
    public static Tree object(Place origin) {
        return new Tree(Kind.OBJECT, "", origin);
    }

    /** A list without items. */
    public static Tree list(Place origin) {
        return new Tree(Kind.LIST, "", origin);
    }

    /** A leaf with its text. */
    public static Tree leaf(Kind kind, String value, Place origin) {
        if (kind == Kind.OBJECT || kind == Kind.LIST) {
            throw new IllegalArgumentException(kind + " is not a leaf");
        }
        return new Tree(kind, value, origin);
    }

    /** A leaf of text. */
    public static Tree text(String value, Place origin) {
        return new Tree(Kind.TEXT, value, origin);
    }

    /** What this value is. */
    public Kind kind() {
        return kind;
    }

    /** Whether it is neither object nor list. */
    public boolean isLeaf() {
        return kind != Kind.OBJECT && kind != Kind.LIST;
    }

    /** The text of a leaf as the document writes it; empty for objects and lists. */
    public String value() {
        return value;
    }

    /** The fields of an object, in document order. */
    public Map<String, Tree> fields() {
        return Collections.unmodifiableMap(fields);
    }

    /** The field of that name. */
    public Optional<Tree> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The items of a list. */
    public List<Tree> items() {
        return Collections.unmodifiableList(items);
    }

    /** What this one stands in; empty for the whole document. */
    public Optional<Tree> parent() {
        return Optional.ofNullable(parent);
    }

    /** All leaves of this tree, in document order; an object or list with nothing in it is a leaf too. */
    public Stream<Tree> leaves() {
        if (fields.isEmpty() && items.isEmpty()) {
            return Stream.of(this);
        }
        return Stream.concat(fields.values().stream(), items.stream()).flatMap(Tree::leaves);
    }

    /** Sets a field, in place of one of the same name. */
    public Tree put(String name, Tree field) {
        fields.put(name, field);
        field.parent = this;
        field.label = name;
        return this;
    }

    /** Removes a field, if it is there. */
    public void remove(String name) {
        fields.remove(name);
    }

    /** Adds an item behind those already there. */
    public Tree add(Tree item) {
        item.label = Integer.toString(items.size());
        item.parent = this;
        items.add(item);
        return this;
    }

    /** Whether another tree holds the same values in the same places, wherever both came from. */
    public boolean isSameAs(Tree other) {
        if (isLeaf() != other.isLeaf() || !value.equals(other.value) || items.size() != other.items.size()) {
            return false;
        }
        for (int i = 0; i < items.size(); i++) {
            if (!items.get(i).isSameAs(other.items.get(i))) {
                return false;
            }
        }
        return fields.keySet().equals(other.fields.keySet())
                && fields.entrySet().stream()
                        .allMatch(field -> other.field(field.getKey())
                                .filter(field.getValue()::isSameAs)
                                .isPresent());
    }

    /** Where it stands in the institution's document, with the format's own path or else a JSON pointer. */
    public Place place() {
        return origin.path().isEmpty()
                ? new Place(origin.document(), origin.line(), origin.column(), pointer())
                : origin;
    }

    /** The JSON pointer (RFC 6901) from the whole document to this value; empty for the whole document. */
    public String pointer() {
        Tree above = parent;
        return above == null
                ? ""
                : above.pointer() + "/" + label.replace("~", "~0").replace("/", "~1");
    }

    /** Field names from the whole document to this value, divided by dots, without list positions: the path as mappings write it. */
    public String path() {
        Tree above = parent;
        if (above == null) {
            return "";
        }
        String head = above.path();
        if (above.kind == Kind.LIST) {
            return head;
        }
        return head.isEmpty() ? label : head + "." + label;
    }

    @Override
    public String toString() {
        return switch (kind) {
            case OBJECT -> fields.toString();
            case LIST -> items.toString();
            default -> value;
        };
    }
}
