package org.tongwen.xsd.diff;

/**
 * One change of a type.
 *
 * @param kind what kind of change
 * @param name the element, the attribute with an {@code @} before it, or the property that changed
 * @param before what it was; empty for what is new
 * @param after what it is; empty for what is gone
 * @param effect what it does to the messages that are valid
 */
public record Change(Kind kind, String name, String before, String after, Effect effect) {

    /** Kinds of change, in the order of a summary. */
    public enum Kind {
        /** An element or attribute is new. */
        ADDED("added"),
        /** An element or attribute is gone. */
        REMOVED("removed"),
        /** An element stands elsewhere. */
        MOVED("moved"),
        /** The body element has another name. */
        RENAMED("renamed"),
        /** What could be left out must stand now. */
        MANDATORY("made mandatory"),
        /** What had to stand can be left out now. */
        OPTIONAL("made optional"),
        /** Another number may stand. */
        OCCURRENCE("with another number of times"),
        /** Elements are grouped in another way, or text became a structure. */
        STRUCTURE("grouped in another way"),
        /** Another value is allowed. */
        VALUE("with other values");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** What happened to elements, in words. */
        public String word() {
            return word;
        }
    }
}
