package org.tongwen.mappings.codec;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A kind of codec: what a mapping calls by name. A class of this kind with a public constructor without parameters, and its name in
 * {@code META-INF/services/org.tongwen.mappings.codec.CodecKind}, is all that a further codec needs.
 */
public interface CodecKind {

    /** The name that mappings use: lower case letters and hyphens. */
    String name();

    /** What the reference page and the findings say of it. */
    Description describe();

    /**
     * A codec ready with its arguments; empty when they make no sense.
     *
     * @param arguments what stands in the brackets, divided at commas, without blanks around
     * @param tables the mapping's code tables by name
     */
    Optional<Codec> make(List<String> arguments, Map<String, Table> tables);
}
