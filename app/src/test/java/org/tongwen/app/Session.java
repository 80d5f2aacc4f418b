package org.tongwen.app;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongwen.mappings.Mapping;

/** Runs commands in this process, with doubles around them, and keeps what they wrote. */
final class Session {

    private InputStream in = InputStream.nullInputStream();
    private MappingSource mappings = FakeMapping.source();
    private boolean colour;
    private Map<String, String> environment = Map.of();
    private final List<Server.Options> served = new ArrayList<>();

    /** What a command left behind. */
    record Outcome(int exitCode, byte[] bytes, String err) {

        String out() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    Session in(byte[] bytes) {
        return in(new ByteArrayInputStream(bytes));
    }

    Session in(InputStream stream) {
        in = stream;
        return this;
    }

    Session mappings(MappingSource source) {
        mappings = source;
        return this;
    }

    Session mappings(Mapping... these) {
        return mappings(FakeMapping.source(these));
    }

    Session colour() {
        colour = true;
        return this;
    }

    Session environment(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    List<Server.Options> served() {
        return served;
    }

    Outcome run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        return run(out, out, args);
    }

    /** With a standard output of one's own. */
    Outcome runInto(OutputStream out, String... args) {
        return run(out, new ByteArrayOutputStream(), args);
    }

    private Outcome run(OutputStream out, ByteArrayOutputStream written, String... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream errors = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(in, out, errors, colour, environment);
        int exitCode = Main.run(terminal, mappings, this::serve, args);
        return new Outcome(exitCode, written.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    private int serve(Server.Options options) {
        served.add(options);
        return Exit.DONE;
    }
}
