package org.tongwen.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --mappings}. */
final class MappingOptions {

    private static final String BUILT_IN = "/institutions";

    @Option(
            names = "--mappings",
            paramLabel = "DIR",
            description =
                    "Folder with mapping files, one folder an institution. Default: the ones that come with Tongwen.")
    private @Nullable Path folder;

    /** The folder asked for, else the one of the checkout, else the one inside the program. */
    Path folder() {
        if (folder != null) {
            return Folder.existing(folder);
        }
        String home = System.getProperty("tongwen.home", "");
        Path ofCheckout = Path.of(home, "mappings", "institutions");
        return !home.isEmpty() && Files.isDirectory(ofCheckout) ? ofCheckout : builtIn();
    }

    /** Inside a jar it is a folder of that jar's file system, which stays open as long as the process lives. */
    private static Path builtIn() {
        URL resource = MappingOptions.class.getResource(BUILT_IN);
        if (resource == null) {
            throw StopException.notFound("no mappings come with this program; name a folder with --mappings");
        }
        try {
            URI uri = resource.toURI();
            return uri.getScheme().equals("jar") ? jar(uri).getPath(BUILT_IN) : Path.of(uri);
        } catch (IOException e) {
            throw new UncheckedIOException("the built-in mappings cannot be read", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FileSystem jar(URI uri) throws IOException {
        try {
            return FileSystems.newFileSystem(uri, Map.of());
        } catch (FileSystemAlreadyExistsException e) {
            return FileSystems.getFileSystem(uri);
        }
    }
}
