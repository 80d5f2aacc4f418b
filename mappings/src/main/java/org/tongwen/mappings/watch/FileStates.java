package org.tongwen.mappings.watch;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What files look like from outside: size, time and, where the file system tells, which file stands behind the name.
 *
 * @param files by path; what is not there or cannot be looked at is left out
 */
public record FileStates(Map<Path, State> files) {

    private static final int DEPTH = 8;

    /** Copies the map. */
    public FileStates {
        files = Map.copyOf(files);
    }

    /**
     * What one file looks like.
     *
     * @param size in bytes
     * @param modified when its content last changed
     * @param key tells files apart that have the same name one after the other; empty where the file system has none
     * @param readable whether this process may read it
     */
    public record State(long size, FileTime modified, String key, boolean readable) {}

    /**
     * Looks at files, and at all files below folders. Links are followed: a folder may be exchanged by turning a link. What is hidden is
     * left out, because editors put their drafts there.
     */
    public static FileStates of(Collection<Path> places) {
        Map<Path, State> files = new TreeMap<>();
        places.forEach(place -> look(place, files));
        return new FileStates(files);
    }

    /** Whether certain files look the same at two times. */
    public boolean agrees(FileStates other, Predicate<Path> which) {
        return Stream.of(this, other)
                .flatMap(states -> states.files.keySet().stream())
                .filter(which)
                .allMatch(file -> files.containsKey(file)
                        && other.files.containsKey(file)
                        && files.get(file).equals(other.files.get(file)));
    }

    private static void look(Path place, Map<Path, State> files) {
        try {
            Files.walkFileTree(place, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEPTH, new Look(place, files));
        } catch (IOException e) {
            // The visitor passes over what it cannot see, so nothing is left to fail but the place itself: it is not
            // there.
            files.remove(place);
        }
    }

    private static final class Look extends SimpleFileVisitor<Path> {

        private final Path place;
        private final Map<Path, State> files;

        Look(Path place, Map<Path, State> files) {
            this.place = place;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (!isHidden(file) && attributes.isRegularFile()) {
                String key =
                        attributes.fileKey() == null ? "" : attributes.fileKey().toString();
                files.put(
                        file, new State(attributes.size(), attributes.lastModifiedTime(), key, Files.isReadable(file)));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
        }

        private boolean isHidden(Path path) {
            return !path.equals(place) && String.valueOf(path.getFileName()).startsWith(".");
        }
    }
}
