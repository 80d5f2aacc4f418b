package org.tongwen.mappings.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tongwen.xsd.finding.Place;
import org.tongwen.xsd.finding.Severity;

/**
 * A mapping file as its author wrote it.
 *
 * @param name identity in commands, HTTP paths, logs and metrics
 * @param title one line on what it is for
 * @param iso the ISO message
 * @param header the message of the business application header, used when the mapping writes one
 * @param source format and options of the institution's side
 * @param given values that the institution's profile supplies
 * @param onDemand those of them that only some documents need, with words on what they are
 * @param codes code tables by name: the institution's code to the ISO code
 * @param noHome source fields without a home in the message, with the reason
 * @param noField ISO elements that the institution's format has no field for, by the end of their path, with the reason
 * @param refuse source fields that stop the translation when they are there, with the reason
 * @param carry source fields that travel in supplementary data
 * @param recall stored messages of the conversation that formulas look at, with or without their version
 * @param recallBy by which reference a document names such a message, for those where the head says it: a pair or a formula
 * @param sensitive source fields whose values reports do not show
 * @param back source fields that exist on the way back only, with their formulas
 * @param backIf conditions on the source that is being written, of those formulas that are for some documents only
 * @param policy what happens to what is left over
 * @param checking what the author says to the check
 * @param body what stands below the head: the root elements of document and header
 * @param place where the file begins
 */
public record MappingFile(
        Word name,
        String title,
        Word iso,
        Word header,
        Map<String, Word> source,
        List<Word> given,
        Map<String, String> onDemand,
        Map<String, CodeTable> codes,
        Map<String, Word> noHome,
        Map<String, Word> noField,
        Map<String, Word> refuse,
        List<Word> carry,
        List<Word> recall,
        Map<String, Content> recallBy,
        List<Word> sensitive,
        Map<String, Word> back,
        Map<String, Word> backIf,
        Policy policy,
        Checking checking,
        List<Element> body,
        Place place) {

    /**
     * A piece of text with its place.
     *
     * @param text the text
     * @param place where it stands
     */
    public record Word(String text, Place place) {}

    /**
     * A code table.
     *
     * @param rows the rows in the order of the file
     * @param otherwise the ISO code of all codes that the institution may have besides, if the table says one
     * @param place where it stands
     */
    public record CodeTable(List<CodeRow> rows, Optional<Word> otherwise, Place place) {

        /** Copies the rows. */
        public CodeTable {
            rows = List.copyOf(rows);
        }

        /** The institution's codes and their ISO codes. */
        public Map<String, Word> toIso() {
            Map<String, Word> codes = new LinkedHashMap<>();
            for (CodeRow row : rows) {
                if (row.way() != Way.FROM_ISO) {
                    codes.putIfAbsent(row.source().text(), row.iso());
                }
            }
            return codes;
        }

        /** The ISO codes and the institution's codes. */
        public Map<String, Word> fromIso() {
            Map<String, Word> codes = new LinkedHashMap<>();
            for (CodeRow row : rows) {
                if (row.way() != Way.TO_ISO) {
                    codes.putIfAbsent(row.iso().text(), row.source());
                }
            }
            return codes;
        }
    }

    /**
     * A row of a code table.
     *
     * @param source the institution's code
     * @param iso the ISO code
     * @param way in which direction it is read
     */
    public record CodeRow(Word source, Word iso, Way way) {}

    /** The direction in which a row of a code table is read. */
    public enum Way {
        /** Both. */
        BOTH,
        /** Towards ISO only. */
        TO_ISO,
        /** From ISO only. */
        FROM_ISO
    }

    /**
     * How grave it is when something is left over or differs.
     *
     * @param unreadSource a source value that nothing reads and {@code no-home} does not list
     * @param unreadIso an ISO value that the mapping does not read
     * @param formulaDiffers an ISO value that differs from what its formula gives
     * @param undeclaredLoss a value that would come back as something else, although the mapping does not say so
     * @param charset the set of characters that texts in messages must keep to; {@code any} for all
     * @param keepsDefaults whether the way back writes values that are equal to their default
     */
    public record Policy(
            Severity unreadSource,
            Severity unreadIso,
            Severity formulaDiffers,
            Severity undeclaredLoss,
            String charset,
            boolean keepsDefaults) {

        /** Errors on what the source loses and on differing formulas, warnings on what the way back loses. */
        public static final Policy DEFAULT =
                new Policy(Severity.ERROR, Severity.WARNING, Severity.ERROR, Severity.WARNING, "any", false);
    }

    /**
     * What the author says to the check.
     *
     * @param schemes schemes and usage guidelines that the messages must keep to
     * @param accepted reasons why warnings are accepted, by their id without {@code mapping.} and by part of the ISO path
     */
    public record Checking(List<Word> schemes, Map<String, Map<String, Word>> accepted) {}

    /**
     * An ISO element and what is written into it. Several contents write it several times.
     *
     * @param name the ISO short name
     */
    public record Element(String name, List<Content> contents, Place place) {
        /** Copies the contents. */
        public Element {
            contents = List.copyOf(contents);
        }
    }

    /** What is written into an element. */
    public sealed interface Content {

        /** Where it stands. */
        Place place();
    }

    /**
     * A two-way pair: a source path, a default, a codec.
     *
     * @param path the source path
     * @param otherwise what stands behind {@code ??}: a literal in quotes or a formula after {@code =}; empty for none
     * @param codec what stands behind {@code as}; empty for none
     */
    public record Pair(String path, String otherwise, String codec, Place place) implements Content {}

    /** A formula, without the leading {@code =}. */
    public record Formula(String text, Place place) implements Content {}

    /** A two-way template, such as {@code {given_name} {family_name}}. */
    public record Template(String text, Place place) implements Content {

        private static final Pattern PART = Pattern.compile("\\{([^{}]*)\\}");

        /** The source paths in it, in order. */
        public List<String> paths() {
            return PART.matcher(text)
                    .results()
                    .map(part -> part.group(1).strip())
                    .toList();
        }

        /** What stands before, between and behind the paths: one text more than there are paths. */
        public List<String> literals() {
            return List.of(PART.split(text, -1));
        }
    }

    /**
     * A group of elements.
     *
     * @param each path of the list whose items are written one by one; empty for none
     * @param groupBy paths of the fields by which the items are grouped; none for an element for each item
     * @param at path of the object that the group's paths start from; empty for none
     * @param shape what stands in the group
     */
    public record Group(Optional<Word> each, List<Word> groupBy, Optional<Word> at, Shape shape, Place place)
            implements Content {
        /** Copies the fields of groups. */
        public Group {
            groupBy = List.copyOf(groupBy);
        }

        /** The group without its list. */
        public Group ofItem() {
            return new Group(Optional.empty(), List.of(), at, shape, place);
        }

        /** The group without the object that its paths start from. */
        public Group ofObject() {
            return new Group(Optional.empty(), List.of(), Optional.empty(), shape, place);
        }

        /** Whether it is nothing but elements. */
        public boolean isPlain() {
            return each.isEmpty() && at.isEmpty() && shape instanceof Elements;
        }

        /** The choice in it, if it is one. */
        public Optional<Choice> choice() {
            return shape instanceof Choice choice ? Optional.of(choice) : Optional.empty();
        }

        /** The elements in it, if it is made of elements. */
        public List<Element> children() {
            return shape instanceof Elements elements ? elements.children() : List.of();
        }
    }

    /** What stands in a group. */
    public sealed interface Shape {}

    /** Elements, each with a content of its own. */
    public record Elements(List<Element> children) implements Shape {
        /** Copies the elements. */
        public Elements {
            children = List.copyOf(children);
        }
    }

    /**
     * One source value in several elements.
     *
     * @param path the source value
     * @param as the elements' names in braces, with what stands between them
     */
    public record Split(Word path, Word as) implements Shape {

        /** The names in braces. */
        public List<String> names() {
            return new Template(as.text(), as.place()).paths();
        }
    }

    /**
     * A stylesheet that fills the element and reads it.
     *
     * @param file the stylesheet, beside the mapping
     * @param reads source paths of what it carries
     * @param oneWay why there is no way back; empty when there is one
     */
    public record Stylesheet(Word file, List<Word> reads, Optional<Word> oneWay) implements Shape {
        /** Copies the paths. */
        public Stylesheet {
            reads = List.copyOf(reads);
        }
    }

    /**
     * A choice between contents.
     *
     * @param by a source path, or {@code =} and a formula, that gives the name of the case; an empty text when conditions decide
     * @param cases the contents by name
     * @param when the conditions of those cases that have any, by name
     */
    public record Choice(Word by, Map<String, Content> cases, Map<String, When> when) implements Shape {

        /** Whether it is the conditions of the cases that decide towards ISO. */
        public boolean isByConditions() {
            return by.text().isEmpty();
        }

        /** The conditions of a case, none if it has none. */
        public When when(String name) {
            return when.getOrDefault(name, When.ALWAYS);
        }
    }

    /**
     * When a case holds.
     *
     * @param source what the source must be like, on the way to ISO
     * @param iso what the ISO element must be like, on the way back
     */
    public record When(Optional<Word> source, Optional<Word> iso) {

        /** Without conditions. */
        public static final When ALWAYS = new When(Optional.empty(), Optional.empty());
    }
}
