package org.tongwen.mappings.format;

/** Kinds of documents. */
public final class MediaType {

    private MediaType() {}

    /** The extension of a file that holds such a document, without the dot. */
    public static String extension(String mediaType) {
        if (mediaType.contains("xml")) {
            return "xml";
        }
        if (mediaType.contains("json")) {
            return "json";
        }
        return mediaType.contains("csv") ? "csv" : "txt";
    }
}
