package org.tongwen.mappings.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tongwen.mappings.plan.Direction;
import org.tongwen.mappings.read.MappingFile.Word;
import org.tongwen.xsd.finding.Place;

/**
 * A dispatch file as its author wrote it.
 *
 * @param name its identity in commands and HTTP paths, like that of a mapping
 * @param title one line on what it is for
 * @param source format and options of the institution's side
 * @param profile the scheme whose rules usually count; empty for none
 * @param toIso the lines for the institution's documents; the first that fits decides
 * @param fromIso the lines for ISO messages
 * @param place where the file begins
 */
public record DispatchFile(
        Word name,
        String title,
        Map<String, Word> source,
        Optional<Word> profile,
        List<Line> toIso,
        List<Line> fromIso,
        Place place) {

    /** Copies the lines. */
    public DispatchFile {
        toIso = List.copyOf(toIso);
        fromIso = List.copyOf(fromIso);
    }

    /**
     * One line.
     *
     * @param kinds types of messages, or identifiers of ISO messages; none for any
     * @param condition what must hold of the document; empty for nothing
     * @param goal what becomes of a document that fits
     * @param place where it stands
     */
    public record Line(List<Word> kinds, Optional<Word> condition, Goal goal, Place place) {

        /** Copies the kinds. */
        public Line {
            kinds = List.copyOf(kinds);
        }
    }

    /** What becomes of a document. */
    public sealed interface Goal {}

    /** A mapping translates it. */
    public record To(Word mapping) implements Goal {}

    /** It is not translated, for this reason. */
    public record Refuse(Word reason) implements Goal {}

    /** The lines of a direction. */
    List<Line> lines(Direction direction) {
        return direction == Direction.TO_ISO ? toIso : fromIso;
    }
}
