package org.tongwen.routes.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;
import org.tongwen.routes.files.WholeFile;

/**
 * The folders and how files go from one to the other.
 *
 * @param root the folder that holds {@code inbox}, {@code working}, {@code outbox}, {@code done} and {@code failed}
 * @param clock for the marks in names
 */
record Layout(Path root, Clock clock) {

    private static final DateTimeFormatter MARK =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS").withZone(ZoneOffset.UTC);

    Path inbox() {
        return root.resolve("inbox");
    }

    Path working(Claim claim) {
        return working().resolve(claim.way()).resolve(claim.name());
    }

    Path working() {
        return root.resolve("working");
    }

    Path outbox(Claim claim) {
        return root.resolve("outbox").resolve(claim.way());
    }

    Path done(Claim claim) {
        return root.resolve("done").resolve(claim.way());
    }

    Path failed(Claim claim) {
        return root.resolve("failed").resolve(claim.way());
    }

    /** Takes a file out of the inbox, under a name that nothing else has. */
    Claim claim(Path file) throws IOException {
        Path relative = inbox().relativize(file);
        Path way = relative.getParent() == null ? Path.of("") : relative.getParent();
        Claim claim = free(new Claim(way, relative.getFileName().toString()).fitting());
        move(file, working(claim));
        return claim;
    }

    private Claim free(Claim wanted) {
        Claim claim = wanted;
        for (int i = 1; taken(claim); i++) {
            String mark = MARK.format(clock.instant());
            claim = wanted.marked(i == 1 ? mark : mark + "-" + i);
        }
        return claim;
    }

    private boolean taken(Claim claim) {
        Path working = root.resolve("working").resolve(claim.way());
        return Stream.of(working, outbox(claim), done(claim), failed(claim)).anyMatch(folder -> anyOf(claim, folder));
    }

    private static boolean anyOf(Claim claim, Path folder) {
        return Stream.concat(Stream.of(claim.name(), claim.findings()), claim.results().stream())
                .anyMatch(name -> Files.exists(folder.resolve(name), LinkOption.NOFOLLOW_LINKS));
    }

    /** Moves a file; the new name is free. */
    void move(Path from, Path to) throws IOException {
        Unlinked unlinked = new Unlinked(root);
        unlinked.require(to);
        Files.createDirectories(to.getParent());
        unlinked.move(from, to);
    }

    /** Writes a file so that it is there whole or not at all, also after a loss of power. */
    void write(Path file, byte[] content) throws IOException {
        new Unlinked(root).require(file);
        Files.createDirectories(file.getParent());
        WholeFile.write(file, WholeFile.part(file), content);
    }
}
