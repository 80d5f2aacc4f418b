package org.tongwen.xsd.message;

/**
 * How much a reader takes before it refuses a document.
 *
 * @param maxBytes size of the document in bytes
 * @param maxDepth nesting of elements
 * @param maxNodes elements in memory at one time; of a message that is read in parts, those of one part and what stands around it
 * @param maxAttributes attributes of one element, and as many namespaces that it declares
 * @param maxName characters of the name of an element or attribute
 * @param maxNames different names of attributes, prefixes, and elements that the definition does not know
 * @param maxFindings findings after which it reads on in silence, so that a damaged bulk file does not fill the memory
 */
public record Limits(
        long maxBytes, int maxDepth, int maxNodes, int maxAttributes, int maxName, int maxNames, int maxFindings) {

    /** 100 MB, 200 levels, 5,000,000 elements, 100 attributes, names of 1,000 characters, 1,000 of them, 1,000 findings. */
    public static final Limits DEFAULT = new Limits(100_000_000, 200, 5_000_000, 100, 1_000, 1_000, 1_000);

    /** The same limits with another size. */
    public Limits maxBytes(long bytes) {
        return new Limits(bytes, maxDepth, maxNodes, maxAttributes, maxName, maxNames, maxFindings);
    }
}
