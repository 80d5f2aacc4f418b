package org.tongwen.xsd.finding;

/**
 * Where in a user's own document a finding lies. Any part may be unknown: a name or path is then empty, a line or column 0.
 *
 * @param document the file's name, empty for a message that came without one
 * @param line line, counted from 1; 0 where the format has no lines or the place is not known
 * @param column column in characters, counted from 1; 0 where not known
 * @param path the place in the document's own terms: an ISO path, a JSON pointer, an MT tag
 */
public record Place(String document, int line, int column, String path) implements Comparable<Place>, Placed {

    /** A number that no longer fits, in a line of more than two thousand million characters, counts as not known. */
    public Place {
        line = Math.max(0, line);
        column = Math.max(0, column);
    }

    /** No place at all: the finding concerns the document as a whole. */
    public static final Place NOWHERE = new Place("", 0, 0, "");

    /** A place in a nameless message. */
    public static Place of(int line, int column, String path) {
        return new Place("", line, column, path);
    }

    /** A place known by its path alone. */
    public static Place of(String path) {
        return new Place("", 0, 0, path);
    }

    /** The same line and column with another path. */
    public Place path(String other) {
        return new Place(document, line, column, other);
    }

    /** The same place in the named document. */
    public Place in(String document) {
        return new Place(document, line, column, path);
    }

    /** The same place, in the named document unless it names one itself. */
    public Place orIn(String other) {
        return document.isEmpty() ? in(other) : this;
    }

    /** A place stands where it says. */
    @Override
    public Place place() {
        return this;
    }

    /** Document order: by name, line, column, path. */
    @Override
    public int compareTo(Place other) {
        int order = document.compareTo(other.document);
        order = order != 0 ? order : Integer.compare(line, other.line);
        order = order != 0 ? order : Integer.compare(column, other.column);
        return order != 0 ? order : path.compareTo(other.path);
    }

    /** {@code document:line:column path}, leaving out what is not known. */
    @Override
    public String toString() {
        String position = line == 0 ? "" : column == 0 ? Integer.toString(line) : line + ":" + column;
        String head = document.isEmpty() || position.isEmpty() ? document + position : document + ":" + position;
        return head.isEmpty() || path.isEmpty() ? head + path : head + " " + path;
    }
}
