package org.tongwen.routes.folder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongwen.routes.config.HubConfig.Participant;
import org.tongwen.routes.intake.Intake;
import org.tongwen.routes.intake.Receipts;
import org.tongwen.routes.intake.Reception;
import org.tongwen.routes.step.Headers;
import org.tongwen.routes.step.RefusedException;
import org.tongwen.routes.step.Report;
import org.tongwen.xsd.finding.Finding;
import org.tongwen.xsd.finding.JsonReport;
import org.tongwen.xsd.finding.Place;

/**
 * The bean {@code folder}: its methods are the steps that a file takes. {@code claim} takes it out of the inbox, {@code read} makes it the
 * body, {@code deliver} writes the result and keeps the file under {@code done}, {@code refuse} keeps it under {@code failed}.
 */
public final class Folder {

    /** The header that says what is to be done with a file: {@code messages} or {@code translations}. */
    public static final String PURPOSE = "TongwenPurpose";

    private static final String CLAIM = "TongwenClaim";

    private static final Logger LOG = LoggerFactory.getLogger(Folder.class);

    private final Layout layout;
    private final int maxBytes;
    private final Map<String, Participant> participants;

    /**
     * Works in that folder on files up to that size.
     *
     * @param participants who may drop files, by name; a file that names nobody comes from the one that needs no credentials
     */
    public Folder(Path root, int maxBytes, Map<String, Participant> participants, Clock clock) {
        this.layout = new Layout(root.toAbsolutePath().normalize(), clock);
        this.maxBytes = maxBytes;
        this.participants = Map.copyOf(participants);
    }

    /** Makes the inbox and cleans up after a process that ended in the middle of a file. */
    public void open() throws IOException {
        Files.createDirectories(layout.inbox());
        new Recovery(layout).run();
    }

    /** Takes the file out of the inbox. */
    public void claim(Exchange exchange) throws IOException {
        Path file = Path.of(exchange.getMessage().getHeader(Exchange.FILE_PATH, String.class));
        exchange.setProperty(CLAIM, layout.claim(file.toAbsolutePath().normalize()));
    }

    /** Makes the file's content the body; the folders it lay in name who sent it and what is to be done with it. */
    public void read(Exchange exchange) throws IOException {
        Claim claim = exchange.getProperty(CLAIM, Claim.class);
        Path file = layout.working(claim);
        Way way = Way.of(claim.way())
                .orElseThrow(
                        () -> new RefusedException(
                                "hub.Folder",
                                "files are dropped in inbox/<participant>/messages/ or inbox/<participant>/<mapping>/<to-iso or from-iso>/"));
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new RefusedException("hub.NotAFile", "this is a link or something else that is no file");
        }
        Participant sender = sender(way);
        byte[] content =
                content(file, Math.min(maxBytes, sender.limits().maxBytes().orElse(maxBytes)));
        Reception.arrives(sender, exchange);
        exchange.setProperty(Reception.CHANNEL, "folder");
        if (way.mapping().isEmpty()) {
            exchange.getMessage().setHeader(PURPOSE, "messages");
            exchange.setProperty(Reception.FILE, Identity.of(file, content));
        } else {
            exchange.getMessage().setHeader(PURPOSE, "translations");
            translation(way.mapping().get(), way, exchange);
        }
        exchange.getMessage().setBody(content);
    }

    /** Whoever has the file open may still write to it, so what counts is what was read. */
    private static byte[] content(Path file, int most) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            byte[] content = in.readNBytes(most + 1);
            if (content.length > most) {
                throw new RefusedException("hub.TooLarge", "the file is larger than the limit of " + most + " bytes");
            }
            return content;
        }
    }

    private static void translation(String mapping, Way way, Exchange exchange) {
        Participant sender = exchange.getProperty(Reception.PARTICIPANT, Participant.class);
        if (!sender.uses(mapping)) {
            throw new RefusedException(Finding.error("hub.Forbidden", Place.NOWHERE, "this participant may not do that")
                    .hint("by which mappings it may translate says mappings, in its part of the configuration"));
        }
        exchange.getMessage().setHeader(Headers.MAPPING, mapping);
        exchange.getMessage().setHeader(Headers.DIRECTION, way.direction());
    }

    private Participant sender(Way way) {
        return way.participant()
                .map(name -> Optional.ofNullable(participants.get(name)))
                .orElseGet(() -> participants.values().stream()
                        .filter(participant -> participant.credentials().open())
                        .findFirst())
                .orElseThrow(() -> new RefusedException("hub.Folder", "no participant of that name drops files here"));
    }

    /** Makes the receipt of a message that was handed over the body. Whoever sends the message again by HTTP gets it as an answer there. */
    public void receipt(Exchange exchange) {
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 202);
        exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json; charset=utf-8");
        exchange.getMessage()
                .setBody(JsonReport.object(
                        json -> Receipts.fields(Intake.find(exchange).orElseThrow(), json)));
    }

    /** Writes the body as the receipt and keeps the file as done. */
    public void keep(Exchange exchange) throws IOException {
        Claim claim = exchange.getProperty(CLAIM, Claim.class);
        byte[] receipt = exchange.getMessage().getBody(byte[].class);
        layout.write(layout.outbox(claim).resolve(claim.stem() + ".json"), receipt);
        layout.move(layout.working(claim), layout.done(claim).resolve(claim.name()));
    }

    /** Writes the body as the result, the report beside it, and keeps the file as done. The result comes last: who sees it sees all. */
    public void deliver(Exchange exchange) throws IOException {
        Claim claim = exchange.getProperty(CLAIM, Claim.class);
        Report report = exchange.getProperty(Headers.REPORT, Report.class);
        byte[] result = exchange.getMessage().getBody(byte[].class);
        String name = claim.result(report.translation().mediaType());
        Path outbox = layout.outbox(claim);
        layout.write(outbox.resolve(claim.findings()), ResultJson.delivered(claim, name, report));
        layout.write(outbox.resolve(name), result);
        layout.move(layout.working(claim), layout.done(claim).resolve(claim.name()));
    }

    /** Keeps the file as failed with the findings beside it. */
    public void refuse(Exchange exchange) throws IOException {
        Claim claim = exchange.getProperty(CLAIM, Claim.class);
        Throwable cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
        Path failed = layout.failed(claim);
        try {
            layout.write(failed.resolve(claim.findings()), ResultJson.refused(claim, findings(cause)));
            layout.move(layout.working(claim), failed.resolve(claim.name()));
        } catch (IOException e) {
            release(e);
        }
    }

    /** After trouble with the disk: puts things back as they were, so that the next round tries again. */
    public void release(Exchange exchange) throws IOException {
        release(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }

    private void release(Throwable cause) throws IOException {
        String kind = cause.getClass().getName();
        LOG.error("a file could not be read or written ({}); the hub will try again", kind);
        new Recovery(layout).run();
    }

    private static List<Finding> findings(Throwable cause) {
        return RefusedException.in(cause).map(RefusedException::findings).orElseGet(() -> {
            LOG.error("a file could not be processed: {}", cause.getClass().getName());
            String message = "the hub could not process the file; the fault is not in the file";
            return List.of(Finding.error("hub.Internal", Place.NOWHERE, message));
        });
    }
}
