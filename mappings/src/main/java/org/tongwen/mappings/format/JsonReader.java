package org.tongwen.mappings.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.tree.Tree;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/** Reads JSON by the letter of RFC 8259 into a tree whose leaves keep their own text. */
final class JsonReader {

    /** How deep objects and lists may be nested. */
    static final int MAX_DEPTH = 100;

    /** Findings after which the rest of a damaged document is passed over in silence. */
    static final int MAX_FINDINGS = 1_000;

    /** Lengths are not limited here: the whole document is in memory already, and numbers are measured by {@link JsonNumber}. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonText text;
    private final JsonParser parser;
    private final List<Finding> findings = new ArrayList<>();

    private JsonReader(JsonText text, JsonParser parser) {
        this.text = text;
        this.parser = parser;
    }

    /**
     * Reads a document.
     *
     * @param name what places call the document; empty for a message
     */
    static Checked<Tree> read(byte[] document, String name) {
        Checked<JsonText> text = JsonText.decode(document, name);
        return text.value().map(JsonReader::read).orElseGet(() -> Checked.none(text.findings()));
    }

    private static Checked<Tree> read(JsonText text) {
        if (text.isBlankFrom(0)) {
            return Checked.none(Finding.error("json.Empty", text.places().at(0, ""), "the document is empty"));
        }
        try (JsonParser parser = text.parser(FACTORY)) {
            return new JsonReader(text, parser).document();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Checked<Tree> document() throws IOException {
        Optional<Tree> root = Optional.empty();
        try {
            JsonToken first = parser.nextToken();
            requireObject(first);
            root = Optional.of(value(first));
            trailing();
        } catch (StreamConstraintsException e) {
            report(tooDeep(token()));
        } catch (JsonProcessingException e) {
            report(JsonSyntax.finding(e, text, path()));
        }
        return new Checked<>(root, findings);
    }

    private Tree value(JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object();
            case START_ARRAY -> list();
            case VALUE_STRING -> text();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
            case VALUE_TRUE, VALUE_FALSE -> leaf(Tree.Kind.BOOLEAN);
            default -> leaf(Tree.Kind.NULL);
        };
    }

    private void requireObject(JsonToken token) {
        if (token != JsonToken.START_OBJECT) {
            String found = token == JsonToken.START_ARRAY ? "a list" : "a single value";
            report(Finding.error("json.NotAnObject", token(), "the document must be an object, but it is " + found));
        }
    }

    private Tree object() throws IOException {
        Tree object = value(Tree.Kind.OBJECT, "");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            field(object);
        }
        return object;
    }

    private void field(Tree object) throws IOException {
        String name = parser.currentName();
        boolean isNew = !object.has(name);
        if (!isNew) {
            object.field(name).ifPresent(first -> report(duplicate(name, first)));
        }
        Tree value = value(parser.nextToken());
        if (isNew) {
            object.put(name, value);
        }
    }

    private Finding duplicate(String name, Tree first) {
        Place before = first.place();
        String message = "the key \"" + name + "\" stands twice in this object; the first one has its value at line "
                + before.line() + ", column " + before.column();
        return Finding.error("json.DuplicateKey", token(), message);
    }

    private Tree list() throws IOException {
        Tree list = value(Tree.Kind.LIST, "");
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            list.add(value(next));
        }
        return list;
    }

    private Tree text() throws IOException {
        Tree leaf = leaf(Tree.Kind.TEXT);
        if (JsonText.hasLoneSurrogate(leaf.value())) {
            report(loneSurrogate(token()));
        }
        return leaf;
    }

    private Tree number() throws IOException {
        Tree leaf = leaf(Tree.Kind.NUMBER);
        if (JsonNumber.isTooLong(leaf.value())) {
            report(tooLong(token(), leaf.value()));
        }
        return leaf;
    }

    /** What readers and writers say of the first value beyond {@link #MAX_DEPTH}. */
    static Finding tooDeep(Place place) {
        return Finding.error("json.TooDeep", place, "more than " + MAX_DEPTH + " objects and lists inside each other");
    }

    /** What readers and writers say of a number beyond {@link JsonNumber#MAX_LENGTH}. */
    static Finding tooLong(Place place, String number) {
        return Finding.error("json.NumberTooLong", place, "a number of more than " + JsonNumber.MAX_LENGTH + " digits")
                .value(number);
    }

    /** What readers and writers say of a text that no encoding can write. */
    static Finding loneSurrogate(Place place) {
        return Finding.error("json.Encoding", place, "the text holds half of a surrogate pair, which is no character");
    }

    private Tree leaf(Tree.Kind kind) throws IOException {
        return value(kind, parser.getText());
    }

    /** Looks behind the whole document, where only blanks may stand. */
    private void trailing() {
        int end = text.afterBlanks((int) parser.currentLocation().getCharOffset());
        if (end < text.length()) {
            Place place = text.places().at(end, "");
            report(Finding.error("json.TrailingContent", place, "something stands behind the document"));
        }
    }

    private Tree value(Tree.Kind kind, String value) {
        return Tree.at(text.places(), offset(), kind, value);
    }

    private Place token() {
        return text.places().at(offset(), path());
    }

    private int offset() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private String path() {
        return parser.getParsingContext().pathAsPointer().toString();
    }

    private void report(Finding finding) {
        if (findings.size() < MAX_FINDINGS) {
            findings.add(finding);
        }
    }
}
