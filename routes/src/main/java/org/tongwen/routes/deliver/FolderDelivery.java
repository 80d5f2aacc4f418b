package org.tongwen.routes.deliver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.tongwen.mappings.format.MediaType;
import org.tongwen.routes.files.WholeFile;

/**
 * The step {@code deliverFolder}: writes the body as a file whose name is the idempotency key, so that a repeat has the same name. The file is
 * there whole or not at all. The folder must be there: one that is made in its place may lie on another disk than the one that was meant.
 */
public final class FolderDelivery implements Processor {

    @Override
    public void process(Exchange exchange) throws UndeliveredException {
        Message message = exchange.getMessage();
        Path folder = Path.of(message.getHeader(DeliveryHeaders.TO, "", String.class));
        String type = message.getHeader(Exchange.CONTENT_TYPE, "", String.class);
        String key = message.getHeader(DeliveryHeaders.IDEMPOTENCY_KEY, "", String.class);
        if (!Files.isDirectory(folder)) {
            throw UndeliveredException.again("hub.DeliveryFolder", "the receiver's folder is not there");
        }
        int attempt = message.getHeader(DeliveryHeaders.ATTEMPT, 1, Integer.class);
        try {
            write(folder.resolve(key + "." + MediaType.extension(type)), attempt, message.getBody(byte[].class));
        } catch (IOException e) {
            throw UndeliveredException.again(
                    "hub.DeliveryFolder",
                    "the file cannot be written (" + e.getClass().getSimpleName() + ")");
        }
    }

    private static void write(Path file, int attempt, byte[] content) throws IOException, UndeliveredException {
        // What attempts left behind that ended with their process.
        for (int earlier = 1; earlier < attempt; earlier++) {
            Files.deleteIfExists(file.resolveSibling(part(file, earlier)));
        }
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            WholeFile.write(file, part(file, attempt), content);
        } else if (!isSame(file, content)) {
            throw UndeliveredException.forGood("hub.FileExists", "a file of this name with other content is there");
        }
    }

    /** Each attempt writes under a name of its own: one that was thought dead may still be writing. */
    private static String part(Path file, int attempt) {
        return "." + file.getFileName() + "." + attempt + ".part";
    }

    private static boolean isSame(Path file, byte[] content) throws IOException {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == content.length
                && Arrays.equals(Files.readAllBytes(file), content);
    }
}
