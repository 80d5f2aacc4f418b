package org.tongwen.app;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code tongwen health}. */
@Command(
        name = "health",
        description =
                "Asks a running hub whether it is ready; ends with 0 when it is and with 1 when not. For containers and scripts.",
        customSynopsis = "tongwen health [--hub http://127.0.0.1:8080]",
        footer = {"", "Example: tongwen health --hub http://127.0.0.1:9000"})
final class HealthCommand implements Callable<Integer> {

    private static final int MILLIS = 5_000;

    private final Terminal terminal;

    @Option(
            names = "--hub",
            paramLabel = "URL",
            defaultValue = "http://127.0.0.1:8080",
            converter = Address.class,
            description = "The hub's address. Default: http://127.0.0.1:8080")
    private URI hub;

    HealthCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try {
            int status = status();
            if (status == HttpURLConnection.HTTP_OK) {
                return Exit.DONE;
            }
            terminal.complain("the hub is not ready: it answered " + status);
        } catch (IOException e) {
            terminal.complain("the hub does not answer (" + e.getClass().getSimpleName() + ")");
        }
        return Exit.FINDINGS;
    }

    /** Not the client of java.net.http: this one starts faster, and nothing else is done. */
    private int status() throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) hub.resolve("/observe/health/ready").toURL().openConnection();
        connection.setConnectTimeout(MILLIS);
        connection.setReadTimeout(MILLIS);
        connection.setInstanceFollowRedirects(false);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    static final class Address implements ITypeConverter<URI> {

        @Override
        public URI convert(String text) {
            try {
                if (text.matches("https?://[^/\\s?#]+/?")) {
                    return new URI(text);
                }
            } catch (URISyntaxException e) {
                throw new TypeConversionException("'" + text + "' is not an address: " + e.getReason());
            }
            throw new TypeConversionException("'" + text + "' is not an address such as http://127.0.0.1:8080");
        }
    }
}
