package org.tongwen.mappings.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.Placed;

/**
 * A value of an institution's document: an object with named fields, a list, or a leaf. Formats make it from bytes and write it back.
 * A leaf keeps its text exactly as the document writes it, numbers too.
 *
 * <p>Trees are built and then only read; they are not safe to change from several threads.
 */
public final class Tree implements Placed {

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

    /**
     * A document in which trees stand. It works places out when they are asked for, because a sound document needs none.
     */
    @FunctionalInterface
    public interface Origin {

        /**
         * The place of a value.
         *
         * @param offset how many characters of the document stand before it
         * @param pointer its JSON pointer
         */
        Place at(int offset, String pointer);
    }

    /** Objects with more fields find them by an index. */
    private static final int FEW = 8;

    /** How many fields most objects have at most. */
    private static final int USUAL = 4;

    private final Kind kind;
    private final String value;
    private final Origin origin;
    private final int offset;
    private List<Tree> below = List.of();
    private List<String> names = List.of();
    private @Nullable Map<String, Tree> index;
    private @Nullable Tree parent;
    private @Nullable String label;
    private int position;

    private Tree(Kind kind, String value, Origin origin, int offset) {
        this.kind = kind;
        this.value = value;
        this.origin = origin;
        this.offset = offset;
    }

    /** An object without fields. An origin without a path stands for the JSON pointer of the tree's own place. */
    public static Tree object(Placed origin) {
        return new Tree(Kind.OBJECT, "", from(origin), 0);
    }

    /** A list without items. */
    public static Tree list(Placed origin) {
        return new Tree(Kind.LIST, "", from(origin), 0);
    }

    /** A leaf with its text. */
    public static Tree leaf(Kind kind, String value, Placed origin) {
        requireLeaf(kind);
        return new Tree(kind, value, from(origin), 0);
    }

    /** A leaf of text. */
    public static Tree text(String value, Placed origin) {
        return new Tree(Kind.TEXT, value, from(origin), 0);
    }

    /** A leaf, or an object or list with nothing in it yet, at an offset of a document; the value of the latter is empty. */
    public static Tree at(Origin origin, int offset, Kind kind, String value) {
        return new Tree(kind, value, origin, offset);
    }

    /** The same value from the same place as a leaf of another kind, not yet in any tree. */
    public Tree as(Kind other) {
        requireLeaf(other);
        return new Tree(other, value, origin, offset);
    }

    /** An object or list of the same place, not yet in any tree, with nothing in it. */
    public Tree emptied() {
        return new Tree(kind, value, origin, offset);
    }

    private static void requireLeaf(Kind kind) {
        if (kind == Kind.OBJECT || kind == Kind.LIST) {
            throw new IllegalArgumentException(kind + " is not a leaf");
        }
    }

    private static Origin from(Placed origin) {
        return (offset, pointer) -> {
            Place place = origin.place();
            return place.path().isEmpty() ? place.path(pointer) : place;
        };
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
        return kind == Kind.OBJECT ? new FieldMap(this, names, below) : Map.of();
    }

    /** The field of that name. */
    public Optional<Tree> field(String name) {
        return Optional.ofNullable(found(name));
    }

    /** Whether there is a field of that name. */
    public boolean has(String name) {
        return found(name) != null;
    }

    private @Nullable Tree found(String name) {
        if (kind != Kind.OBJECT) {
            return null;
        }
        Map<String, Tree> known = index;
        if (known != null) {
            return known.get(name);
        }
        int at = names.indexOf(name);
        return at < 0 ? null : below.get(at);
    }

    /** The items of a list. */
    public List<Tree> items() {
        return kind == Kind.LIST ? Collections.unmodifiableList(below) : List.of();
    }

    /** The fields of an object or the items of a list, in document order. */
    public List<Tree> children() {
        return Collections.unmodifiableList(below);
    }

    /** The name of the field, or the position in the list from 0; empty for the whole document. */
    public String label() {
        String name = label;
        return name != null ? name : parent == null ? "" : Integer.toString(position);
    }

    /** What this one stands in; empty for the whole document. */
    public Optional<Tree> parent() {
        return Optional.ofNullable(parent);
    }

    /** All leaves of this tree, in document order; an object or list with nothing in it is a leaf too. */
    public Stream<Tree> leaves() {
        List<Tree> leaves = new ArrayList<>();
        addLeaves(leaves);
        return leaves.stream();
    }

    private void addLeaves(List<Tree> leaves) {
        if (below.isEmpty()) {
            leaves.add(this);
        }
        for (int i = 0; i < below.size(); i++) {
            below.get(i).addLeaves(leaves);
        }
    }

    /** Sets a field, in place of one of the same name. */
    public Tree put(String name, Tree field) {
        Map<String, Tree> known = index;
        int at = known == null || known.containsKey(name) ? names.indexOf(name) : -1;
        if (at >= 0) {
            below.set(at, field);
            take(name, field, at);
        } else {
            append(name, field);
        }
        if (known != null) {
            known.put(name, field);
        } else if (below.size() > FEW) {
            index = indexed();
        }
        return this;
    }

    private Map<String, Tree> indexed() {
        Map<String, Tree> fields = new HashMap<>(2 * below.size() + FEW);
        for (int i = 0; i < below.size(); i++) {
            fields.put(names.get(i), below.get(i));
        }
        return fields;
    }

    private void append(String name, Tree field) {
        if (names.isEmpty()) {
            names = new ArrayList<>(USUAL);
            below = new ArrayList<>(USUAL);
        }
        take(name, field, below.size());
        names.add(name);
        below.add(field);
    }

    /** Removes a field, if it is there. */
    public void remove(String name) {
        if (has(name)) {
            int at = names.indexOf(name);
            names.remove(at);
            below.remove(at);
            index = below.size() > FEW ? indexed() : null;
        }
    }

    /** Adds an item behind those already there. */
    public Tree add(Tree item) {
        if (below.isEmpty()) {
            below = new ArrayList<>();
        }
        take(null, item, below.size());
        below.add(item);
        return this;
    }

    /** Adds an item that has another position in the whole document, of whose list this one holds but a part. */
    public Tree add(Tree item, int positionInDocument) {
        add(item);
        item.position = positionInDocument;
        return this;
    }

    private void take(@Nullable String name, Tree child, int at) {
        child.parent = this;
        child.label = name;
        child.position = at;
    }

    /**
     * Says where a tree stands that is not part of its document any more, such as an item of a list that was read alone.
     *
     * @param pointer its JSON pointer in the whole document
     */
    public Tree standsAt(String pointer) {
        label = pointer;
        return this;
    }

    /** Whether another tree holds the same values in the same places, wherever both came from. */
    public boolean isSameAs(Tree other) {
        if (isLeaf() != other.isLeaf() || !value.equals(other.value) || below.size() != other.below.size()) {
            return false;
        }
        for (int i = 0; i < below.size(); i++) {
            Tree same = kind != Kind.OBJECT ? other.item(i) : other.found(names.get(i));
            if (same == null || !below.get(i).isSameAs(same)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Tree item(int at) {
        return kind == Kind.LIST ? below.get(at) : null;
    }

    /** Where it stands in the institution's document, with the format's own path or else a JSON pointer. */
    @Override
    public Place place() {
        return origin.at(offset, pointer());
    }

    /** The JSON pointer (RFC 6901) from the whole document to this value; empty for the whole document. */
    public String pointer() {
        Tree above = parent;
        return above == null ? (label == null ? "" : label) : above.pointer() + "/" + PointerStep.of(label());
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
        return head.isEmpty() ? label() : head + "." + label();
    }

    @Override
    public String toString() {
        return switch (kind) {
            case OBJECT -> fields().toString();
            case LIST -> below.toString();
            default -> value;
        };
    }
}
