package org.tongwen.routes.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.HmacParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * The file of keys: a JSON object with three keysets of Tink, not encrypted.
 *
 * @param contents seals; the primary key is the newest
 * @param index makes keyed hashes
 * @param chain chains steps
 */
record KeyFile(KeysetHandle contents, KeysetHandle index, KeysetHandle chain) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HmacParameters MAC = macs();

    static KeyFile read(Path file) throws IOException, GeneralSecurityException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such file");
        }
        JsonNode json = JSON.readTree(Files.readString(file));
        return new KeyFile(keyset(json, "contents"), keyset(json, "index"), keyset(json, "chain"));
    }

    /** Makes new keys, unless the file is there. Of several processes that do so at once one makes it. */
    static void make(Path file) throws IOException, GeneralSecurityException {
        if (Files.exists(file)) {
            return;
        }
        Path folder = file.toAbsolutePath().normalize().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        KeyFile fresh = new KeyFile(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                KeysetHandle.generateNew(MAC, RegistryConfiguration.get()),
                KeysetHandle.generateNew(MAC, RegistryConfiguration.get()));
        Path draft = fresh.draft(file);
        try {
            // A link, unlike a move, never replaces what another process has put there meanwhile.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Its keys are as good as ours.
        } finally {
            Files.delete(draft);
        }
        sync(file);
    }

    KeyFile rotated() throws GeneralSecurityException {
        KeysetHandle more = KeysetHandle.newBuilder(contents)
                .setConfiguration(RegistryConfiguration.get())
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build();
        return new KeyFile(more, index, chain);
    }

    void replace(Path file) throws IOException, GeneralSecurityException {
        Files.move(draft(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        sync(file);
    }

    private Path draft(Path file) throws IOException, GeneralSecurityException {
        ObjectNode json = JSON.createObjectNode();
        json.set("contents", tree(contents));
        json.set("index", tree(index));
        json.set("chain", tree(chain));
        Path folder = file.toAbsolutePath().normalize().getParent();
        Path draft = Files.createTempFile(folder, file.getFileName().toString(), ".new", secret(file));
        byte[] bytes = (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                out.write(rest);
            }
            out.force(true);
        }
        return draft;
    }

    /** Read and written by the owner alone, where the file system knows owners. */
    private static FileAttribute<?>[] secret(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /** Makes the file's name durable, too, where folders can be synchronised. */
    private static void sync(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders; its names are durable by themselves.
            return;
        }
    }

    private static KeysetHandle keyset(JsonNode json, String name) throws GeneralSecurityException {
        JsonNode keyset = json == null ? null : json.get(name);
        if (keyset == null) {
            throw new GeneralSecurityException("it has no " + name);
        }
        return TinkJsonProtoKeysetFormat.parseKeyset(
                keyset.toString(), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private static JsonNode tree(KeysetHandle keyset) throws IOException, GeneralSecurityException {
        return JSON.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(
                keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
    }

    private static HmacParameters macs() {
        try {
            return HmacParameters.builder()
                    .setKeySizeBytes(32)
                    .setTagSizeBytes(32)
                    .setHashType(HmacParameters.HashType.SHA256)
                    .setVariant(HmacParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
