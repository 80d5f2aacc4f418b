package org.tongwen.routes.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Cleans up after a process that ended in the middle of a file. A file whose result is out is done; one whose refusal is out has failed; any
 * other goes back to the inbox to be translated anew.
 */
final class Recovery {

    private final Layout layout;

    Recovery(Layout layout) {
        this.layout = layout;
    }

    /** Brings every file left in {@code working} to where it belongs. */
    void run() throws IOException {
        if (Files.isDirectory(layout.working())) {
            for (Path file : left()) {
                recover(file);
            }
        }
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.walk(layout.working())) {
            return files.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
        }
    }

    private void recover(Path file) throws IOException {
        Path relative = layout.working().relativize(file);
        Path way = relative.getParent() == null ? Path.of("") : relative.getParent();
        Claim claim = new Claim(way, relative.getFileName().toString());
        if (hasResult(claim)) {
            layout.move(file, layout.done(claim).resolve(claim.name()));
        } else if (Files.exists(layout.failed(claim).resolve(claim.findings()))) {
            layout.move(file, layout.failed(claim).resolve(claim.name()));
        } else {
            dropFindings(claim);
            layout.move(file, back(claim));
        }
    }

    /** They were written, but the result was not. */
    private void dropFindings(Claim claim) throws IOException {
        Path findings = layout.outbox(claim).resolve(claim.findings());
        if (Files.exists(findings)) {
            Files.delete(findings);
        }
    }

    private boolean hasResult(Claim claim) {
        return claim.results().stream()
                .anyMatch(name -> Files.exists(layout.outbox(claim).resolve(name)));
    }

    /** A new file of the same name may have been dropped meanwhile. */
    private Path back(Claim claim) {
        Path folder = layout.inbox().resolve(claim.way());
        Claim free = claim;
        for (int i = 2; Files.exists(folder.resolve(free.name()), LinkOption.NOFOLLOW_LINKS); i++) {
            free = claim.marked(Integer.toString(i));
        }
        return folder.resolve(free.name());
    }
}
