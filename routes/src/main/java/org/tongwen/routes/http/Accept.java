package org.tongwen.routes.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The Accept header of a request. */
final class Accept {

    private Accept() {}

    /** Whether the header names the media type itself; a wildcard does not. */
    static boolean names(String header, String mediaType) {
        return Arrays.stream(header.split(",")).anyMatch(range -> isType(range, mediaType));
    }

    private static boolean isType(String range, String mediaType) {
        List<String> parts = Arrays.stream(range.toLowerCase(Locale.ROOT).split(";"))
                .map(String::strip)
                .toList();
        return parts.get(0).equals(mediaType) && parts.stream().noneMatch(part -> part.matches("q=0(\\.0*)?"));
    }
}
