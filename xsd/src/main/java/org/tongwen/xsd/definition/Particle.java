package org.tongwen.xsd.definition;

import java.util.List;

/** A piece of a complex type's content, with the number of times it may occur. */
public sealed interface Particle {

    /** The value of {@link #max()} that stands for "any number". */
    int UNBOUNDED = Integer.MAX_VALUE;

    /** Least number of occurrences. */
    int min();

    /** Greatest number of occurrences, or {@link #UNBOUNDED}. */
    int max();

    /** One declared element. */
    record Element(ElementDeclaration declaration, int min, int max) implements Particle {}

    /** Its parts one after the other. */
    record Sequence(List<Particle> parts, int min, int max) implements Particle {
        /** Copies the parts. */
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** Exactly one of its parts. */
    record Choice(List<Particle> parts, int min, int max) implements Particle {
        /** Copies the parts. */
        public Choice {
            parts = List.copyOf(parts);
        }
    }

    /**
     * Elements that the definition does not name.
     *
     * @param namespace {@code ##any}, {@code ##other}, or namespaces divided by blanks
     * @param processing what is checked inside
     */
    record Wildcard(String namespace, Processing processing, int min, int max) implements Particle {

        /** Whether an element of that namespace may stand here, in a message of the given target namespace. */
        public boolean admits(String elementNamespace, String targetNamespace) {
            return switch (namespace) {
                case "##any" -> true;
                case "##other" -> !elementNamespace.isEmpty() && !elementNamespace.equals(targetNamespace);
                default ->
                    List.of(namespace.split("\\s+")).stream()
                            .map(one -> one.equals("##targetNamespace")
                                    ? targetNamespace
                                    : one.equals("##local") ? "" : one)
                            .anyMatch(elementNamespace::equals);
            };
        }
    }

    /** How the content of a wildcard is checked. */
    enum Processing {
        /** Elements whose definition is known are checked, others are taken as they are. */
        LAX,
        /** Nothing is checked. */
        SKIP
    }
}
