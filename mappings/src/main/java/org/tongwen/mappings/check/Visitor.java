package org.tongwen.mappings.check;

import org.tongwen.mappings.read.MappingFile;

/** Meets every rule of a mapping, with the place in message and source that it stands for. */
interface Visitor {

    /** A group, seen from outside: its own {@code each} and {@code at} do not count yet. */
    default void group(MappingFile.Group group, Spot spot) {}

    /** An element with the contents that are written into it. */
    default void element(MappingFile.Element element, Spot spot) {}

    /** A choice, with the paths of its cases. */
    default void choice(MappingFile.Group group, MappingFile.Choice choice, Spot spot) {}

    default void pair(MappingFile.Pair pair, Spot spot) {}

    default void formula(MappingFile.Formula formula, Spot spot) {}

    default void template(MappingFile.Template template, Spot spot) {}

    /** The whole mapping has been seen. */
    default void end() {}
}
