package org.tongwen.mappings.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tongwen.xsd.finding.Finding;

/** Says what is wrong with a document that is not JSON, in the words of somebody who reads the document, not the parser. */
final class JsonSyntax {

    private static final String STRANGE_NUMBER = "Non-standard token '";
    private static final Pattern CHARACTER = Pattern.compile("\\bcode ([0-9]{1,6})\\)");
    private static final int SHOWN = 40;

    /** Characters of an escape such as {@code &#92;ud83d}, behind which the parser stands when it is half of a pair. */
    private static final int ESCAPE = 6;

    private record Sentence(String parser, String reader) {}

    /** The first that fits counts. */
    private static final List<Sentence> SENTENCES = List.of(
            new Sentence("closing quote", "the document ends inside a text"),
            new Sentence("end-of-input in character escape", "the document ends inside a text"),
            new Sentence("end-of-input", "the document ends too early: an object or list is not closed"),
            new Sentence("double-quote to start field name", "a field name in double quotes is expected here"),
            new Sentence("expecting a colon", "a colon is expected here, between field name and value"),
            new Sentence("separate Object entries", "a comma or the end of the object is expected here"),
            new Sentence("separate Array entries", "a comma or the end of the list is expected here"),
            new Sentence("no open ", "nothing is open here that could be closed"),
            new Sentence("close marker '}'", "the list must be closed by ] before its object ends"),
            new Sentence("close marker ']'", "the object must be closed by } before its list ends"),
            new Sentence("Unrecognized token", "an unknown word; texts stand in double quotes"),
            new Sentence(STRANGE_NUMBER, "JSON has no such number"),
            new Sentence("comment", "JSON allows no comments"),
            new Sentence(
                    "Illegal unquoted", "a control character inside a text must be written as an escape, such as \\n"),
            new Sentence("character escape '", "JSON knows no such escape"),
            new Sentence("hex-digit", "four hexadecimal digits are expected after \\u"),
            new Sentence("Leading zeroes", "a number must not begin with 0"),
            new Sentence("plus sign", "a number must not begin with +"),
            new Sentence("in numeric value", "a digit is expected here"),
            new Sentence("Illegal character", "a control character must not stand here"),
            new Sentence("root-level", "a blank is expected here"),
            new Sentence("expected a va", "a value is expected here"));

    private JsonSyntax() {}

    static Finding finding(JsonProcessingException e, JsonText document, String path) {
        String text = document.toString();
        TextPlaces places = document.places();
        String words = String.valueOf(e.getOriginalMessage());
        int offset = offset(e, words, text);
        if (words.contains(" surrogate ")) {
            return JsonReader.loneSurrogate(places.at(Math.max(0, offset - ESCAPE), path));
        }
        Finding finding = Finding.error("json.Syntax", places.at(offset, path), sentence(e, words));
        return offset < text.length() ? finding.value(offending(text, offset)) : finding;
    }

    private static String sentence(JsonProcessingException e, String words) {
        return SENTENCES.stream()
                .filter(sentence -> words.contains(sentence.parser))
                .findFirst()
                .map(Sentence::reader)
                .orElse(e instanceof JsonEOFException ? "the document ends too early" : "this is not JSON");
    }

    /** The parser stands at what is wrong or next to it. */
    private static int offset(JsonProcessingException e, String words, String text) {
        int offset =
                e.getLocation() == null ? text.length() : (int) e.getLocation().getCharOffset();
        if (words.startsWith(STRANGE_NUMBER)) {
            return offset - (words.indexOf('\'', STRANGE_NUMBER.length()) - STRANGE_NUMBER.length());
        }
        Matcher code = CHARACTER.matcher(words);
        return code.find() ? near(text, offset, Integer.parseInt(code.group(1))) : Math.min(offset, text.length());
    }

    /** The offset of the character that the parser names. */
    private static int near(String text, int offset, int character) {
        return IntStream.of(offset, offset - 1, offset + 1, offset + 2)
                .filter(at -> at >= 0 && at < text.length() && text.charAt(at) == character)
                .findFirst()
                .orElse(Math.min(offset, text.length()));
    }

    /** The word at an offset, or the one character when it is no word. */
    private static String offending(String text, int offset) {
        int end = offset;
        while (end < text.length() && end - offset < SHOWN && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        return end > offset ? text.substring(offset, end) : Character.toString(text.codePointAt(offset));
    }
}
