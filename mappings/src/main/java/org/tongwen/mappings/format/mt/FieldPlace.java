package org.tongwen.mappings.format.mt;

import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Place;

/**
 * Where the values of a field stand. Their paths are worked out when they are asked for.
 *
 * @param source the text that they stand in
 * @param path the field's path
 * @param steps how many steps the field's JSON pointer has
 */
record FieldPlace(Source source, FieldPath path, int steps) implements Tree.Origin {

    @Override
    public Place at(int offset, String pointer) {
        return source.place(offset, path.behind(steps, pointer));
    }

    /** The same field with its values in another text. */
    FieldPlace in(Source other) {
        return new FieldPlace(other, path, steps);
    }

    /** The place of the field itself for a value one step below it. */
    FieldPlace below() {
        return new FieldPlace(source, path, steps + 1);
    }
}
