package org.tongwen.mappings.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** The characters of a JSON document: UTF-8 as RFC 8259 demands, with or without byte order mark, or UTF-16 with one. */
final class JsonText {

    private final char[] characters;
    private final int length;
    private final TextPlaces places;

    private JsonText(CharBuffer decoded, String name) {
        this.characters = decoded.array();
        this.length = decoded.limit();
        this.places = new TextPlaces(characters, length, name);
    }

    /** Decodes a document without its byte order mark; bytes that are not of the encoding are a finding, never replaced. */
    static Checked<JsonText> decode(byte[] document, String name) {
        Encoding encoding = Encoding.of(document);
        ByteBuffer bytes = ByteBuffer.wrap(document).position(encoding.mark);
        CharBuffer characters = CharBuffer.allocate(bytes.remaining());
        CoderResult result = strict(encoding.charset).decode(bytes, characters, true);
        JsonText text = new JsonText(characters.flip(), name);
        return result.isError() ? Checked.none(malformed(encoding, text, bytes, result)) : Checked.of(text, List.of());
    }

    /** How many characters there are. */
    int length() {
        return length;
    }

    /** Whether there are only blanks from an offset on. */
    boolean isBlankFrom(int offset) {
        return afterBlanks(offset) == length;
    }

    /** The offset of the next character that is no blank, or the length. */
    int afterBlanks(int offset) {
        int end = offset;
        while (end < length && isBlank(characters[end])) {
            end++;
        }
        return end;
    }

    /** Finds places in the text. */
    TextPlaces places() {
        return places;
    }

    /** Begins to read the text. */
    JsonParser parser(JsonFactory factory) throws IOException {
        return factory.createParser(characters, 0, length);
    }

    @Override
    public String toString() {
        return new String(characters, 0, length);
    }

    /** Whether the text holds half of a pair that writes one character beyond the Basic Multilingual Plane. */
    static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (Character.isSurrogate(character)) {
                boolean paired = Character.isHighSurrogate(character)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** JSON allows these between values. */
    private static boolean isBlank(int character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static Finding malformed(Encoding encoding, JsonText before, ByteBuffer bytes, CoderResult result) {
        byte[] wrong = new byte[Math.min(result.length(), bytes.remaining())];
        bytes.get(wrong);
        String message = "the bytes here are not " + encoding.charset.name();
        return Finding.error("json.Encoding", before.places.at(before.length, ""), message)
                .value(HexFormat.ofDelimiter(" ").withUpperCase().formatHex(wrong))
                .hint("JSON is sent as UTF-8; GBK or Latin-1 must be converted first");
    }

    private enum Encoding {
        UTF_8_MARKED(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
        UTF_16BE_MARKED(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
        UTF_16LE_MARKED(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
        UTF_8(StandardCharsets.UTF_8);

        private static final List<Encoding> MARKED = List.of(UTF_8_MARKED, UTF_16BE_MARKED, UTF_16LE_MARKED);

        private final Charset charset;
        private final int[] bytes;
        private final int mark;

        Encoding(Charset charset, int... bytes) {
            this.charset = charset;
            this.bytes = bytes;
            this.mark = bytes.length;
        }

        static Encoding of(byte[] document) {
            return MARKED.stream()
                    .filter(encoding -> encoding.begins(document))
                    .findFirst()
                    .orElse(UTF_8);
        }

        private boolean begins(byte[] document) {
            for (int i = 0; i < mark; i++) {
                if (i >= document.length || (document[i] & 0xFF) != bytes[i]) {
                    return false;
                }
            }
            return true;
        }
    }
}
