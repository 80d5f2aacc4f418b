package org.tongwen.app;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tongwen.xsd.finding.VisibleText;

/**
 * Where a command reads and writes. Everything is bytes or UTF-8, whatever the machine's own character set.
 *
 * @param in standard input
 * @param out standard output, for results
 * @param err standard error, for findings and complaints
 * @param colour whether standard error is a screen that shows colours
 * @param environment the environment variables
 */
public record Terminal(
        InputStream in, OutputStream out, PrintStream err, boolean colour, Map<String, String> environment) {

    /** The terminal of this process. */
    public static Terminal ofProcess() {
        // Not System.out: a PrintStream would swallow the failure to write a result.
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Terminal(System.in, out, err, showsColour(System.getenv()), System.getenv());
    }

    /** Writes a result, byte for byte, and sends it off. */
    void result(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new OutputException(e);
        }
    }

    /** Writes a result that is text. */
    void result(String text) {
        result(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Says something to the user in one line. */
    void complain(String message) {
        err.print("tongwen: " + VisibleText.of(message) + "\n");
        err.flush();
    }

    /** Whether an environment variable is set to something. */
    boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isEmpty();
    }

    /** Java cannot tell whether standard error is a screen; where the system does not show it either, there is no colour. */
    private static boolean showsColour(Map<String, String> environment) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(environment.get("TERM"))) {
            return false;
        }
        try {
            String device = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
