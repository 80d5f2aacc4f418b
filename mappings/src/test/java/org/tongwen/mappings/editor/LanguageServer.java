package org.tongwen.mappings.editor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The real yaml-language-server, spoken to in the language server protocol over its standard input and output. */
final class LanguageServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE = 30;

    private final Process process;
    private final OutputStream requests;
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private int ids;

    private LanguageServer(Process process) {
        this.process = process;
        this.requests = process.getOutputStream();
        Thread reader = new Thread(this::readAll, "language-server");
        reader.setDaemon(true);
        reader.start();
    }

    /** Installs the server below {@code target}; what stands against it, if something does. */
    static Optional<String> install(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        for (String file : List.of("package.json", "package-lock.json")) {
            Files.copy(
                    Path.of("src/test/editor").resolve(file),
                    folder.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        if (Files.exists(program(folder))) {
            return Optional.empty();
        }
        try {
            Process npm = new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("npm.log").toFile())
                    .start();
            boolean done = npm.waitFor(3, TimeUnit.MINUTES);
            npm.destroy();
            return done && npm.exitValue() == 0
                    ? Optional.empty()
                    : Optional.of("npm ci failed, perhaps because no registry can be reached; see "
                            + folder.resolve("npm.log"));
        } catch (IOException e) {
            return Optional.of("npm is not installed");
        }
    }

    private static Path program(Path folder) {
        return folder.resolve("node_modules/yaml-language-server/bin/yaml-language-server");
    }

    static LanguageServer start(Path folder) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "node", program(folder).toAbsolutePath().toString(), "--stdio")
                .redirectError(folder.resolve("server.log").toFile())
                .start();
        LanguageServer server = new LanguageServer(process);
        ObjectNode start = JSON.createObjectNode();
        start.put("processId", ProcessHandle.current().pid());
        start.putNull("rootUri");
        ObjectNode document = start.putObject("capabilities").putObject("textDocument");
        document.putObject("hover").putArray("contentFormat").add("plaintext");
        document.putObject("completion").putObject("completionItem").put("snippetSupport", false);
        document.putObject("publishDiagnostics");
        server.request("initialize", start);
        server.notify("initialized", JSON.createObjectNode());
        ObjectNode yaml = JSON.createObjectNode();
        yaml.putObject("settings")
                .putObject("yaml")
                .put("validate", true)
                .put("hover", true)
                .put("completion", true)
                .putObject("schemaStore")
                .put("enable", false);
        server.notify("workspace/didChangeConfiguration", yaml);
        return server;
    }

    /** Opens a file and gives what the server marks in it. */
    JsonNode open(Path file, String text) throws IOException, InterruptedException {
        ObjectNode parameters = JSON.createObjectNode();
        parameters
                .putObject("textDocument")
                .put("uri", uri(file))
                .put("languageId", "yaml")
                .put("version", 1)
                .put("text", text);
        notify("textDocument/didOpen", parameters);
        while (true) {
            JsonNode message = next();
            if (message.path("method").asText().equals("textDocument/publishDiagnostics")
                    && message.path("params").path("uri").asText().equals(uri(file))) {
                return message.path("params").path("diagnostics");
            }
        }
    }

    /** What the server offers at a place, counted from 1. */
    JsonNode complete(Path file, int line, int column) throws IOException, InterruptedException {
        return request("textDocument/completion", at(file, line, column)).path("items");
    }

    /** What the server shows at a place, counted from 1, without the escapes of Markdown. */
    String hover(Path file, int line, int column) throws IOException, InterruptedException {
        return request("textDocument/hover", at(file, line, column))
                .path("contents")
                .path("value")
                .asText()
                .replace("\\", "");
    }

    private static ObjectNode at(Path file, int line, int column) {
        ObjectNode parameters = JSON.createObjectNode();
        parameters.putObject("textDocument").put("uri", uri(file));
        parameters.putObject("position").put("line", line - 1).put("character", column - 1);
        return parameters;
    }

    private static String uri(Path file) {
        return file.toAbsolutePath().normalize().toUri().toString();
    }

    private JsonNode request(String method, JsonNode parameters) throws IOException, InterruptedException {
        int id = ++ids;
        send(envelope(method, parameters).put("id", id));
        while (true) {
            JsonNode message = next();
            if (message.path("id").asInt() == id && !message.has("method")) {
                return message.path("result");
            }
        }
    }

    private void notify(String method, JsonNode parameters) throws IOException {
        send(envelope(method, parameters));
    }

    private static ObjectNode envelope(String method, JsonNode parameters) {
        ObjectNode message = JSON.createObjectNode().put("jsonrpc", "2.0").put("method", method);
        message.set("params", parameters);
        return message;
    }

    private void send(JsonNode message) throws IOException {
        byte[] body = JSON.writeValueAsBytes(message);
        requests.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        requests.write(body);
        requests.flush();
    }

    /** The next message that is for us; what the server asks its client is answered with nothing. */
    private JsonNode next() throws IOException, InterruptedException {
        while (true) {
            JsonNode message = messages.poll(PATIENCE, TimeUnit.SECONDS);
            if (message == null) {
                throw new IllegalStateException("the language server said nothing for " + PATIENCE + " seconds");
            }
            if (!message.has("method") || !message.has("id")) {
                return message;
            }
            ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
            answer.set("id", message.path("id"));
            answer.putNull("result");
            send(answer);
        }
    }

    private void readAll() {
        try (DataInputStream in = new DataInputStream(process.getInputStream())) {
            while (true) {
                int length = 0;
                for (String line = header(in); !line.isEmpty(); line = header(in)) {
                    if (line.startsWith("Content-Length: ")) {
                        length = Integer.parseInt(line.substring("Content-Length: ".length()));
                    }
                }
                messages.add(JSON.readTree(in.readNBytes(length)));
            }
        } catch (EOFException e) {
            // The server has ended.
        } catch (IOException e) {
            if (process.isAlive()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static String header(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
