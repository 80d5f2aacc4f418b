package org.tongwen.xsd.definition;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An element as its parent's type declares it. The trees of messages point to these objects, so that two nodes of the same element
 * are recognised by identity and not by name.
 */
public final class ElementDeclaration {

    private final String name;
    private final int index;
    private final boolean repeats;
    private final Supplier<Type> type;

    /** The type once it is known; two threads may both ask for it, to the same effect. */
    private @Nullable Type known;

    /**
     * Declares an element.
     *
     * @param name local name
     * @param index position among the elements that the parent's type declares, counted from 0
     * @param repeats whether the parent may hold more than one
     * @param type asked when first needed, because definitions refer to each other
     */
    public ElementDeclaration(String name, int index, boolean repeats, Supplier<Type> type) {
        this.name = name;
        this.index = index;
        this.repeats = repeats;
        this.type = type;
    }

    /** Local name, such as {@code InstdAmt}. */
    public String name() {
        return name;
    }

    /** Position among the elements that the parent's type declares, in the order of the definition, counted from 0. */
    public int index() {
        return index;
    }

    /** Whether the parent may hold more than one of it. */
    public boolean repeats() {
        return repeats;
    }

    /** The element's type. */
    public Type type() {
        Type found = known;
        if (found == null) {
            found = type.get();
            known = found;
        }
        return found;
    }

    @Override
    public String toString() {
        return name;
    }
}
