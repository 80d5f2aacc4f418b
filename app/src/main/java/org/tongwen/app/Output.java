package org.tongwen.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Writes a file as a whole or not at all: whoever looks finds the old content or the new one, never a part. */
final class Output {

    private Output() {}

    /** Replaces the file's content. */
    static void write(Path file, byte[] content) {
        try {
            replace(file, content);
        } catch (IOException e) {
            throw StopException.refused("cannot write " + file + ": " + Input.reason(e));
        }
    }

    /** Finds out before any work is done that a file cannot be written where the command line says. */
    static void checkPlace(Path file, CommandSpec command) {
        if (Files.isDirectory(file)) {
            throw new ParameterException(command.commandLine(), file + " is a folder; a file is to be written");
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Folder.existing(folder);
        }
    }

    private static void replace(Path file, byte[] content) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            // A device or a named pipe cannot be replaced, only written to.
            Files.write(file, content, StandardOpenOption.WRITE);
            return;
        }
        Path target = Files.isSymbolicLink(file) && Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path draft = target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            writeThrough(draft, content);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void writeThrough(Path draft, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }
}
