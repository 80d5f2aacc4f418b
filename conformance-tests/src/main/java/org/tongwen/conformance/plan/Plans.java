package org.tongwen.conformance.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tongwen.xsd.finding.Checked;

/** The plans that come with the suite, and those in folders of others. */
public final class Plans {

    /** A plan that is always there, by which the place of all is found. */
    private static final String KNOWN = "message-validity";

    private Plans() {}

    /** The names of the plans that come with the suite, in order. */
    public static List<String> names() {
        return inside(plans -> {
            try (Stream<Path> folders = Files.list(plans)) {
                return folders.filter(folder -> Files.isRegularFile(folder.resolve("plan.yaml")))
                        .map(folder -> folder.getFileName().toString().replace("/", ""))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException("the plans cannot be listed", e);
            }
        });
    }

    /**
     * Finds a plan.
     *
     * @param name the name of one that comes with the suite, or a folder
     * @return the plan, or what is wrong with it; empty when there is none of that name
     */
    public static Optional<Checked<Plan>> find(String name) {
        if (names().contains(name)) {
            return Optional.of(inside(plans -> PlanReader.read(plans.resolve(name))));
        }
        Path folder = Path.of(name);
        return Files.isRegularFile(folder.resolve("plan.yaml"))
                ? Optional.of(PlanReader.read(folder))
                : Optional.empty();
    }

    /** Looks into the folder of the plans that come with the suite, in a folder of classes or in a jar. */
    private static <T> T inside(Function<Path, T> look) {
        URL known = Plans.class.getResource("/plans/" + KNOWN + "/plan.yaml");
        if (known == null) {
            throw new IllegalStateException("the suite lacks its plans");
        }
        try {
            URI address = known.toURI();
            if (!address.getScheme().equals("jar")) {
                return look.apply(Path.of(address).resolve("../..").normalize());
            }
            String jar = address.toString().replaceAll("!.*", "");
            try (FileSystem files =
                    FileSystems.newFileSystem(Path.of(URI.create(jar.substring("jar:".length()))), Map.of())) {
                return look.apply(files.getPath("/plans"));
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the suite's plans cannot be read", e);
        }
    }
}
