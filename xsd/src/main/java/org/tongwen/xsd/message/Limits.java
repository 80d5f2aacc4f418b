package org.tongwen.xsd.message;

/**
 * How much a reader takes before it refuses a document.
 *
 * @param maxBytes size of the document in bytes
 * @param maxDepth nesting of elements
 * @param maxFindings findings after which it reads on in silence, so that a damaged bulk file does not fill the memory
 */
public record Limits(long maxBytes, int maxDepth, int maxFindings) {

    /** 100 MB, 200 levels, 1,000 findings. */
    public static final Limits DEFAULT = new Limits(100_000_000, 200, 1_000);

    /** The same limits with another size. */
    public Limits maxBytes(long bytes) {
        return new Limits(bytes, maxDepth, maxFindings);
    }
}
