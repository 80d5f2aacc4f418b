package org.tongwen.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tongwen.mappings.plan.Translation;
import org.tongwen.xsd.finding.Checked;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.load.Catalogue;

/**
 * A folder of mappings with one institution, {@code bank}, whose files a test writes.
 *
 * @param folder the folder that institutions stand in
 */
public record BankFolder(Path folder) {

    /** Writes a file of the institution, or writes it anew. */
    public void write(String name, String text) {
        try {
            Files.createDirectories(folder.resolve("bank"));
            Files.writeString(folder.resolve("bank").resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The mappings with all that is wrong with them. */
    public Checked<Mappings> load() {
        return Mappings.load(folder, Catalogue.builtIn());
    }

    /** The only mapping, which has no error. */
    public Mapping only() {
        Checked<Mappings> loaded = load();
        assertThat(Finding.anyError(loaded.findings()))
                .as(loaded.findings().toString())
                .isFalse();
        return loaded.value().orElseThrow().all().get(0);
    }

    /** The mapping or dispatch of that name, whatever is wrong with others. */
    public Mapping named(String name) {
        Checked<Mappings> loaded = load();
        return loaded.value()
                .flatMap(all -> all.find(name))
                .orElseThrow(() -> new AssertionError(loaded.findings().toString()));
    }

    /** What a translation gave as text; it must have given something. */
    public static String text(Translation translation) {
        return translation.text().orElseThrow(() -> new AssertionError(translation.findings()));
    }
}
