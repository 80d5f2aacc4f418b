package org.tongwen.mappings.format.csv;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tongwen.mappings.format.csv.CsvRow.Cell;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.Place;

/**
 * Divides a document into rows and values by the letter of RFC 4180. A program of our own, because findings name line and column of each
 * value, and bytes that are no characters have a place too: readers of libraries give the line at most, and replace such bytes.
 */
final class CsvScanner {

    private static final int MAX_VALUE = 1_000_000;
    private static final int MAX_ROW = 10_000_000;
    private static final int MAX_CELLS = 10_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final DecodedStream characters;
    private final CsvLayout layout;
    private final int quote;
    private final List<Finding> findings;
    private int next;
    private int line = 1;
    private int column = 1;
    private boolean sound = true;
    private int rowLength;

    CsvScanner(InputStream document, CsvLayout layout, List<Finding> findings) {
        this.characters = new DecodedStream(document, layout.charset());
        this.layout = layout;
        this.quote = layout.quote().orElse(DecodedStream.END - 1);
        this.findings = findings;
        this.next = characters.read();
        if (next == BYTE_ORDER_MARK && layout.charset().isUnicode()) {
            next = characters.read();
        }
        malformed();
    }

    /** The next row; empty at the end of the document. */
    Optional<CsvRow> next() {
        if (next == DecodedStream.END) {
            return Optional.empty();
        }
        int first = line;
        rowLength = 0;
        List<Cell> cells = new ArrayList<>();
        cells.add(cell());
        while (next == layout.separator()) {
            advance();
            cells.add(cell());
            if (cells.size() > MAX_CELLS) {
                stop("a row has more than " + MAX_CELLS + " values", line, column);
            }
        }
        CsvRow row = new CsvRow(first, cells, sound);
        endOfLine();
        return Optional.of(row);
    }

    /** A flaw that stands right behind the line end belongs to the next row. */
    private void endOfLine() {
        sound = true;
        if (next != '\r') {
            advance();
            return;
        }
        advance();
        if (next == '\n') {
            advance();
        }
    }

    private Cell cell() {
        int atLine = line;
        int atColumn = column;
        StringBuilder text = new StringBuilder();
        boolean quoted = next == quote;
        if (quoted) {
            quoted(text, atLine, atColumn);
            behindQuotes();
        } else {
            while (!isEnd()) {
                if (next == quote) {
                    flaw("csv.Quote", "a quote stands inside a value that does not begin with one");
                }
                take(text, atLine, atColumn);
            }
        }
        return new Cell(text.toString(), quoted, atLine, atColumn);
    }

    private void quoted(StringBuilder text, int atLine, int atColumn) {
        advance();
        while (true) {
            if (next == DecodedStream.END) {
                if (sound) {
                    flaw("csv.UnclosedQuote", "the quote that opens here is not closed", atLine, atColumn);
                }
                return;
            }
            if (next == quote) {
                advance();
                if (next != quote) {
                    return;
                }
            }
            take(text, atLine, atColumn);
        }
    }

    private void behindQuotes() {
        if (!isEnd()) {
            flaw("csv.Quote", "a separator or the end of the line is expected behind the closing quote");
        }
        while (!isEnd()) {
            advance();
        }
    }

    private void take(StringBuilder text, int atLine, int atColumn) {
        boolean control = next < ' ' && next != '\t' && next != '\n' && next != '\r';
        if (control || next == '\u007F') {
            flaw("csv.Character", "a control character must not stand in a value");
        }
        text.append((char) next);
        rowLength++;
        advance();
        if (text.length() > MAX_VALUE) {
            stop(
                    "a value is longer than " + MAX_VALUE + " characters; perhaps a quote is not closed",
                    atLine,
                    atColumn);
        } else if (rowLength > MAX_ROW) {
            stop("a row is longer than " + MAX_ROW + " characters", atLine, atColumn);
        }
    }

    private boolean isEnd() {
        return next == layout.separator() || next == '\n' || next == '\r' || next == DecodedStream.END;
    }

    private void advance() {
        int passed = next;
        if (passed != DecodedStream.END) {
            next = characters.read();
            if (passed == '\n' || (passed == '\r' && next != '\n')) {
                line++;
                column = 1;
            } else if (passed != '\r' && !Character.isHighSurrogate((char) passed)) {
                column++;
            }
            malformed();
        }
    }

    private void malformed() {
        characters.wrong().ifPresent(bytes -> {
            Place place = Place.of(line, column, "");
            findings.add(Finding.error(
                            "csv.Encoding",
                            place,
                            "the bytes here are not " + layout.charset().name())
                    .value(bytes)
                    .hint("the layout says charset: " + layout.charset().name()));
            sound = false;
        });
    }

    private void flaw(String id, String message) {
        flaw(id, message, line, column);
    }

    private void flaw(String id, String message, int atLine, int atColumn) {
        findings.add(Finding.error(id, Place.of(atLine, atColumn, ""), message));
        sound = false;
    }

    /** Reads no further: whoever sends such a document must not fill the memory. */
    private void stop(String reason, int atLine, int atColumn) {
        flaw("csv.TooLarge", reason, atLine, atColumn);
        next = DecodedStream.END;
    }
}
