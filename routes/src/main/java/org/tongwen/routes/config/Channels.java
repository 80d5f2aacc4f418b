package org.tongwen.routes.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** By which channels a hub can deliver: those of the routes inside the program, or what a folder of routes speaks of. */
public final class Channels {

    /** The channels of the routes inside the program. */
    static final Set<String> BUILT_IN = Set.of("folder", "http");

    private static final String HEADER = "TongwenChannel";

    private final Kind kind;
    private final List<String> lines;

    private Channels(Kind kind, List<String> lines) {
        this.kind = kind;
        this.lines = List.copyOf(lines);
    }

    /** What is known of the routes. */
    private enum Kind {
        BUILT_IN,
        READ,
        UNREAD
    }

    /** Those of the routes inside the program. */
    public static Channels builtIn() {
        return new Channels(Kind.BUILT_IN, List.of());
    }

    /** For who looks at a configuration without the routes of its hub. */
    public static Channels any() {
        return new Channels(Kind.UNREAD, List.of());
    }

    /**
     * Those that the route files of a folder speak of.
     *
     * @throws UncheckedIOException when they cannot be read
     */
    public static Channels of(Path routes) {
        List<String> lines = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(routes, "*.camel.yaml")) {
            for (Path file : files) {
                Files.readString(file, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains(HEADER) && !line.strip().startsWith("#"))
                        .forEach(lines::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the routes " + routes + " cannot be read", e);
        }
        return new Channels(Kind.READ, lines);
    }

    /** Whether nobody delivers by that channel. */
    boolean lack(String channel) {
        return kind == Kind.BUILT_IN && !BUILT_IN.contains(channel);
    }

    /** Whether the route files do not name that channel; they may find their branch in another way. */
    boolean seemToLack(String channel) {
        Pattern word = Pattern.compile("(?<![a-z0-9-])" + Pattern.quote(channel) + "(?![a-z0-9-])");
        return kind == Kind.READ
                && lines.stream().noneMatch(line -> word.matcher(line).find());
    }
}
