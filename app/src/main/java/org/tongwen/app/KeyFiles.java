package org.tongwen.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Function;
import org.tongwen.conformance.certificate.KeyException;
import org.tongwen.conformance.certificate.SigningKey;
import org.tongwen.conformance.certificate.VerificationKey;

/** Keys of issuers in files. */
final class KeyFiles {

    private KeyFiles() {}

    /** The public key of an issuer. */
    static VerificationKey verificationKey(String file, Terminal terminal) {
        return read(file, terminal, VerificationKey::read);
    }

    /** The private key of an issuer. */
    static SigningKey signingKey(String file, Terminal terminal) {
        return read(file, terminal, SigningKey::read);
    }

    private static <T> T read(String file, Terminal terminal, Function<byte[], T> reader) {
        byte[] bytes = NamedFile.read(file, terminal);
        try {
            return reader.apply(bytes);
        } catch (KeyException e) {
            throw StopException.usage(file + ": " + e.getMessage());
        }
    }

    /** Writes a file that only its owner can read. A file that is there is never replaced: it may be the only copy of a key. */
    static void writeSecret(Path file, byte[] content) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mine = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (SeekableByteChannel channel =
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mine)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        } catch (IOException e) {
            throw StopException.refused("cannot write " + file + ": " + Input.reason(e));
        }
    }

    /** The complaint that a file is there already. */
    static StopException exists(Path file) {
        return StopException.usage(file + " exists already, and keys are never replaced; choose another --name");
    }
}
