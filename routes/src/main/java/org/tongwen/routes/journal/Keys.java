package org.tongwen.routes.journal;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Mac;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.mac.MacConfig;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The keys of a journal: one seals contents and details of steps, one makes the keyed hashes of references and keys, one chains the steps. They stand
 * in one file, which nobody but the hub may read. Whoever loses it loses all contents; keep a copy.
 */
public final class Keys {

    /** What a keyed hash is made for; no two of them agree on the same value. */
    enum Label {
        REFERENCE,
        REPEAT,
        ORIGINAL,
        LANE,
        CHECK,
        ACCOUNT,
        LIKENESS
    }

    private final Path file;
    private final Mac index;
    private final Mac chain;
    private volatile Aead contents;

    private Keys(Path file, KeyFile read) throws GeneralSecurityException {
        this.file = file;
        this.contents = aead(read.contents());
        this.index = read.index().getPrimitive(RegistryConfiguration.get(), Mac.class);
        this.chain = read.chain().getPrimitive(RegistryConfiguration.get(), Mac.class);
    }

    /**
     * Reads the keys.
     *
     * @throws JournalException when there is no such file, or it cannot be read
     */
    static Keys open(Path file) {
        try {
            register();
            return new Keys(file, KeyFile.read(file));
        } catch (IOException | GeneralSecurityException e) {
            throw new JournalException("the journal's keys cannot be read from " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads the keys; makes the file when it is not there.
     *
     * @throws JournalException when it can be neither read nor made
     */
    static Keys openOrMake(Path file) {
        try {
            register();
            KeyFile.make(file);
        } catch (IOException | GeneralSecurityException e) {
            throw new JournalException("the journal's keys cannot be made in " + file + ": " + e.getMessage(), e);
        }
        return open(file);
    }

    /**
     * Adds a new key that seals from the next start on; the old ones stay, so that what they sealed can be read. The keys of hashes and chains stay as
     * they are.
     *
     * @param file the file of keys
     * @throws IOException when there is none, or it cannot be written; it is then as it was
     */
    public static void rotate(Path file) throws IOException {
        try {
            register();
            KeyFile.read(file).rotated().replace(file);
        } catch (GeneralSecurityException e) {
            throw new IOException("these keys cannot be rotated: " + e.getMessage(), e);
        }
    }

    /**
     * One of the keys that seal contents.
     *
     * @param number by which what it sealed names it
     * @param seals whether it seals what is written now; the others only open what they sealed
     */
    public record Shown(String number, boolean seals) {}

    /**
     * The keys that seal contents, the oldest first, without the keys themselves.
     *
     * @param file the file of keys
     * @throws IOException when there is none, or it cannot be read
     */
    public static List<Shown> shown(Path file) throws IOException {
        try {
            register();
            KeysetHandle contents = KeyFile.read(file).contents();
            List<Shown> all = new ArrayList<>();
            for (int i = 0; i < contents.size(); i++) {
                KeysetHandle.Entry key = contents.getAt(i);
                all.add(new Shown(Integer.toUnsignedString(key.getId()), key.isPrimary()));
            }
            return all;
        } catch (GeneralSecurityException e) {
            throw new IOException("these keys cannot be read: " + e.getMessage(), e);
        }
    }

    /** Seals bytes; they can be opened only with the same words about them. */
    byte[] seal(byte[] plain, byte[] about) {
        try {
            return contents.encrypt(plain, about);
        } catch (GeneralSecurityException e) {
            throw new JournalException("a content cannot be sealed", e);
        }
    }

    /**
     * Opens what was sealed. A key that was added to the file since it was read is found.
     *
     * @throws JournalException when it was changed, or sealed with a key that is not in the file
     */
    byte[] open(byte[] sealed, byte[] about) {
        try {
            return contents.decrypt(sealed, about);
        } catch (GeneralSecurityException first) {
            return openAnew(sealed, about);
        }
    }

    private byte[] openAnew(byte[] sealed, byte[] about) {
        try {
            Aead fresh = aead(KeyFile.read(file).contents());
            byte[] plain = fresh.decrypt(sealed, about);
            contents = fresh;
            return plain;
        } catch (IOException | GeneralSecurityException e) {
            throw new JournalException("a content was changed, or sealed with a key that is not in " + file, e);
        }
    }

    /** A keyed hash of what a form holds. */
    UUID hash(Label label, Form form) {
        ByteBuffer mac = ByteBuffer.wrap(
                mac(index, new Form().small(label.ordinal()).fixed(form.bytes()).bytes()));
        return new UUID(mac.getLong(), mac.getLong());
    }

    /** The hash that makes a step a link of its chain. */
    byte[] link(Form form) {
        return mac(chain, form.bytes());
    }

    private static byte[] mac(Mac mac, byte[] data) {
        try {
            return mac.computeMac(data);
        } catch (GeneralSecurityException e) {
            throw new JournalException("a hash cannot be made", e);
        }
    }

    private static Aead aead(KeysetHandle handle) throws GeneralSecurityException {
        return handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    private static void register() throws GeneralSecurityException {
        AeadConfig.register();
        MacConfig.register();
    }
}
