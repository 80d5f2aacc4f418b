package org.tongwen.mappings.check;

import java.util.Locale;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.Severity;

/**
 * Everything that the check of a mapping says, each with its usual severity and its meaning. The documentation's table is this list, and
 * every line has damaged mappings that show it.
 */
public enum MappingFinding {
    /** The file cannot be read. */
    UNREADABLE(Severity.ERROR, "the file cannot be read"),
    /** No mappings. */
    NO_FILES(Severity.WARNING, "the folder holds no mapping files"),
    /** One name for two mappings. */
    DUPLICATE_NAME(Severity.ERROR, "another file has a mapping of this name"),
    /** Not of the language. */
    FORM(Severity.ERROR, "something stands where the language has no such thing"),
    /** No such file of the mapping. */
    UNKNOWN_FILE(
            Severity.ERROR,
            "there is no such file that the mapping extends or uses, no such stylesheet, or it lies outside the folder"),
    /** A file that leads to itself. */
    CIRCULAR(Severity.ERROR, "a file extends or uses itself, perhaps by way of others"),
    /** Too many files. */
    TOO_MANY_FILES(Severity.ERROR, "the mapping is put together from more than 100 files"),
    /** No such message. */
    UNKNOWN_MESSAGE(Severity.ERROR, "there is no message of this name or version"),
    /** No such element. */
    UNKNOWN_ELEMENT(Severity.ERROR, "the message has no such element here, or a word of the language is misspelt"),
    /** No such source field. */
    UNKNOWN_SOURCE(Severity.ERROR, "the source schema has no such field; names inside formulas count too"),
    /** No such codec. */
    UNKNOWN_CODEC(Severity.ERROR, "there is no such codec, or its arguments make no sense"),
    /** No such code table. */
    UNKNOWN_CODES(Severity.ERROR, "the head has no such code table"),
    /** No such format. */
    UNKNOWN_FORMAT(Severity.ERROR, "there is no such source format"),
    /** No such option. */
    UNKNOWN_OPTION(Severity.ERROR, "the source format has no such option"),
    /** No such message type. */
    UNKNOWN_TYPE(Severity.ERROR, "the source format knows no such type of message"),
    /** No such scheme. */
    UNKNOWN_SCHEME(Severity.ERROR, "there is no rule pack for this scheme"),
    /** No schema. */
    MISSING_SCHEMA(Severity.ERROR, "the source schema is not there"),
    /** A damaged schema. */
    BROKEN_SCHEMA(Severity.ERROR, "the source schema is damaged"),
    /** A mandatory element without a rule. */
    MISSING_MANDATORY(
            Severity.ERROR, "a mandatory element or attribute of a group that the mapping writes has no rule"),
    /** A mandatory element that may be missing. */
    MAY_BE_MISSING(
            Severity.WARNING,
            "a mandatory element comes from an optional source field without `??`, and its group can be written without it"),
    /** Two of a choice. */
    CHOICE_CONFLICT(Severity.ERROR, "the message allows one of several elements, the mapping writes two"),
    /** Too many of one element. */
    TOO_MANY_REPEATS(Severity.ERROR, "an element that may occur once is written several times"),
    /** A value where elements belong. */
    NOT_A_LEAF(Severity.ERROR, "a value is written into an element that holds elements"),
    /** Elements where a value belongs. */
    NOT_A_GROUP(Severity.ERROR, "elements are written into an element that holds a value"),
    /** A code outside the code set. */
    NOT_IN_CODE_SET(
            Severity.ERROR,
            "a constant, default, template, row of a code table or value of the source is no code of the element; a warning where other"
                    + " values of the source are"),
    /** A value that the type refuses. */
    PATTERN_NEVER(
            Severity.ERROR,
            "a constant, default, row of a code table or value of the source is no value of the element's type; a warning where other"
                    + " values of the source are"),
    /** A source value without a row. */
    MISSING_CODE(Severity.WARNING, "the source may hold a code that the code table lacks; such a document is refused"),
    /** Longer than the type allows. */
    OVERFLOW_POLICY(
            Severity.ERROR,
            "the source may be longer, or have more digits, than the element's type allows, and nothing says what then; a warning for"
                    + " templates, which cannot be cut"),
    /** The wrong kind of value. */
    TYPE_MISMATCH(Severity.ERROR, "a list where one value goes, a codec of another type, and the like"),
    /** No way back. */
    NOT_INVERTIBLE(
            Severity.ERROR,
            "two rules would write one source field on the way back; a code table that is not one to one; cases that cannot be told"
                    + " apart; a template whose parts touch, or, as a warning, whose parts may hold what stands between them"),
    /** A rule of one direction. */
    ONE_WAY(
            Severity.WARNING,
            "a source field is read by formulas only, so the way back cannot fill it; `no-home` or `back` says why"),
    /** No repeat is known again. */
    MADE_UP_IDENTIFIER(
            Severity.WARNING,
            "the message identifier or UETR is made up by `uuid()` or `now()`, so a hub does not know a document that comes again"),
    /** A forgotten source field. */
    UNMAPPED_SOURCE(Severity.WARNING, "a source field that nothing reads and nothing declares"),
    /** Without a sample. */
    UNTESTED(Severity.WARNING, "no sample exercises a leaf or case in this direction"),
    /** Never used. */
    UNUSED(
            Severity.WARNING,
            "a code table, a row of one, a given value, a recalled message or a default that is never used"),
    /** Forbidden by the scheme. */
    SCHEME_FORBIDS(
            Severity.ERROR,
            "the scheme named in the head does not allow this; a warning before the date from which it holds, and where its source is"
                    + " not certain"),
    /** Nothing to carry in. */
    CARRY(Severity.ERROR, "the message has no supplementary data that could carry fields"),
    /** A stored message that is not declared. */
    RECALL(Severity.ERROR, "a formula recalls a message that the head does not name"),
    /** A stylesheet that cannot be. */
    STYLESHEET(
            Severity.ERROR,
            "a stylesheet cannot be compiled, or lacks a template for a direction; a warning where its compiler warns"),
    /** A formula that may not be. */
    FORMULA(
            Severity.ERROR,
            "a formula that cannot be understood, calls what it may not call, always fails, or never ends");

    private final Severity severity;
    private final String meaning;

    MappingFinding(Severity severity, String meaning) {
        this.severity = severity;
        this.meaning = meaning;
    }

    /** The dotted identifier, such as {@code mapping.MayBeMissing}. */
    public String id() {
        StringBuilder id = new StringBuilder("mapping.");
        for (String word : name().split("_", -1)) {
            id.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return id.toString();
    }

    /** How grave it usually is. */
    public Severity severity() {
        return severity;
    }

    /** What it means, in the words of the documentation. */
    public String meaning() {
        return meaning;
    }

    /** A finding of this kind. */
    Finding at(Place place, String message) {
        return severity == Severity.ERROR ? Finding.error(id(), place, message) : warning(place, message);
    }

    /** A finding of this kind that does not keep the mapping from running. */
    Finding warning(Place place, String message) {
        return Finding.warning(id(), place, message);
    }
}
