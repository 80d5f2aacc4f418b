package org.tongwen.routes.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    private static final byte[] CONTENT = "content".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void aLinkInThePlaceOfTheDraftIsNotFollowed() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        Path file = folder.resolve("file");
        Files.createSymbolicLink(folder.resolve(WholeFile.part(file)), victim);

        WholeFile.write(file, WholeFile.part(file), CONTENT);

        assertThat(victim).hasContent("precious");
        assertThat(Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)).isTrue();
        assertThat(file).hasContent("content");
    }

    @Test
    void aDraftThatWasLeftIsReplacedAndNoneStays() throws IOException {
        Path file = folder.resolve("file");
        Path draft = Files.writeString(folder.resolve(WholeFile.part(file)), "a longer draft than the content");

        WholeFile.write(file, WholeFile.part(file), CONTENT);

        assertThat(file).hasContent("content");
        assertThat(draft).doesNotExist();
    }
}
