package org.tongwen.mappings.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest {

    @TempDir
    private Path folder;

    private Path file;
    private Changes changes;

    @BeforeEach
    void begin() throws IOException {
        file = Files.writeString(Files.createDirectories(folder.resolve("bank")).resolve("a.yaml"), "one");
        changes = new Changes(() -> FileStates.of(List.of(folder)));
    }

    @Test
    void aChangeCountsOnceItIsAtRest() throws IOException {
        assertThat(changes.look()).isFalse();
        Files.writeString(file, "three");

        assertThat(changes.look()).as("it has only just changed").isFalse();
        assertThat(changes.look()).isTrue();
        assertThat(changes.look()).as("it counts once").isFalse();
    }

    @Test
    void anEditorThatEmptiesTheFileFirstIsWaitedFor() throws IOException {
        Files.writeString(file, "");
        assertThat(changes.look()).isFalse();
        Files.writeString(file, "whole");
        assertThat(changes.look()).isFalse();

        assertThat(changes.look()).isTrue();
    }

    @Test
    void aDraftThatTakesThePlaceOfTheFileCountsThoughSizeAndTimeAreTheSame() throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Path draft = Files.writeString(folder.resolve("bank/.a.yaml.swp"), "two");
        Files.setLastModifiedTime(draft, time);
        assertThat(changes.look()).as("drafts are hidden").isFalse();
        assertThat(changes.look()).isFalse();
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(file, time);

        assertThat(changes.look()).isFalse();
        assertThat(changes.look()).isTrue();
    }

    @Test
    void whatChangesAndChangesBackBetweenTwoLooksIsNoChange() throws IOException {
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, "other");
        assertThat(changes.look()).isFalse();
        Files.writeString(file, "one");
        Files.setLastModifiedTime(file, time);

        assertThat(changes.look()).isFalse();
        assertThat(changes.look()).isFalse();
    }

    @Test
    void newAndDeletedFilesAreChanges() throws IOException {
        Files.writeString(folder.resolve("bank/b.yaml"), "b");
        changes.look();
        assertThat(changes.look()).isTrue();
        Files.delete(file);
        changes.look();
        assertThat(changes.look()).isTrue();
    }

    @Test
    void linksAreFollowedAndTurningOneIsAChange() throws IOException {
        Path one = Files.createDirectories(folder.resolve("..one"));
        Path two = Files.createDirectories(folder.resolve("..two"));
        Files.writeString(one.resolve("x.yaml"), "x");
        Files.writeString(two.resolve("x.yaml"), "y");
        Path link = Files.createSymbolicLink(folder.resolve("linked"), one);
        Files.createSymbolicLink(folder.resolve("bank/loop"), folder);
        changes.look();
        assertThat(changes.look()).isTrue();

        Files.delete(link);
        Files.createSymbolicLink(link, two);

        assertThat(changes.look()).isFalse();
        assertThat(changes.look()).isTrue();
    }

    @Test
    void someFilesMayAgreeWhileOthersDoNot() throws IOException {
        FileStates before = FileStates.of(List.of(folder));
        Path other = Files.writeString(folder.resolve("bank/b.yaml"), "b");
        FileStates after = FileStates.of(List.of(folder));

        assertThat(before.agrees(after, file::equals)).isTrue();
        assertThat(before.agrees(after, other::equals)).isFalse();
        assertThat(after.agrees(before, other::equals)).isFalse();
        Files.writeString(file, "longer");
        assertThat(after.agrees(FileStates.of(List.of(folder)), file::equals)).isFalse();
        assertThat(after.agrees(FileStates.of(List.of(folder)), other::equals)).isTrue();
    }

    @Test
    void aFolderThatIsNotThereHoldsNothing() {
        assertThat(FileStates.of(List.of(folder.resolve("none"))).files()).isEmpty();
    }
}
