package org.tongwen.mappings.format;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;

/** The characters of a JSON document: UTF-8 as RFC 8259 demands, with or without byte order mark, or UTF-16 with one. */
final class JsonText {

    private JsonText() {}

    /** Decodes a document without its byte order mark; bytes that are not of the encoding are a finding, never replaced. */
    static Checked<String> decode(byte[] document, String name) {
        Encoding encoding = Encoding.of(document);
        ByteBuffer bytes = ByteBuffer.wrap(document).position(encoding.mark);
        CharBuffer characters = CharBuffer.allocate(bytes.remaining());
        CoderResult result = strict(encoding.charset).decode(bytes, characters, true);
        String text = characters.flip().toString();
        return result.isError()
                ? Checked.none(malformed(encoding, text, bytes, result, name))
                : Checked.of(text, List.of());
    }

    /** Whether the text holds half of a pair that writes one character beyond the Basic Multilingual Plane. */
    static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(character -> Character.getType(character) == Character.SURROGATE);
    }

    /** Whether JSON allows the character between values. */
    static boolean isBlank(int character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static Finding malformed(
            Encoding encoding, String before, ByteBuffer bytes, CoderResult result, String name) {
        byte[] wrong = new byte[Math.min(result.length(), bytes.remaining())];
        bytes.get(wrong);
        String message = "the bytes here are not " + encoding.charset.name();
        return Finding.error("json.Encoding", new TextCursor(before, name).at(before.length(), ""), message)
                .value(HexFormat.ofDelimiter(" ").withUpperCase().formatHex(wrong))
                .hint("JSON is sent as UTF-8; GBK or Latin-1 must be converted first");
    }

    private enum Encoding {
        UTF_8_MARKED(StandardCharsets.UTF_8, 0xEF, 0xBB, 0xBF),
        UTF_16BE_MARKED(StandardCharsets.UTF_16BE, 0xFE, 0xFF),
        UTF_16LE_MARKED(StandardCharsets.UTF_16LE, 0xFF, 0xFE),
        UTF_8(StandardCharsets.UTF_8);

        private final Charset charset;
        private final int[] bytes;
        private final int mark;

        Encoding(Charset charset, int... bytes) {
            this.charset = charset;
            this.bytes = bytes;
            this.mark = bytes.length;
        }

        static Encoding of(byte[] document) {
            return Arrays.stream(values())
                    .filter(encoding -> encoding.begins(document))
                    .findFirst()
                    .orElse(UTF_8);
        }

        private boolean begins(byte[] document) {
            return document.length >= mark && IntStream.range(0, mark).allMatch(i -> (document[i] & 0xFF) == bytes[i]);
        }
    }
}
