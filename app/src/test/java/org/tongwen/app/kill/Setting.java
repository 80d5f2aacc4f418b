package org.tongwen.app.kill;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the hubs of a kill test remember, and how many of them there are. */
enum Setting {
    H2("H2, one hub", 1),
    POSTGRES("PostgreSQL, one hub", 1),
    SHARED_POSTGRES("PostgreSQL, two hubs", 2);

    final String words;
    final int hubs;

    Setting(String words, int hubs) {
        this.words = words;
        this.hubs = hubs;
    }

    /** What has to be there before the first hub is. */
    Closeable store() throws IOException {
        return this == H2 ? () -> {} : EmbeddedPostgres.builder().start();
    }

    /**
     * Writes the configuration of each hub into a folder.
     *
     * @param store what {@link #store} gave
     * @param participants the part that names those who take part
     */
    List<Path> configurations(Path folder, Closeable store, String participants) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= hubs; i++) {
            String text = """
                    node: hub-%d
                    store: {%s, keys: keys.json}
                    delivery: {first: 50ms, factor: 2, ceiling: 1s, timeout: 1s, workers: 16}
                    conversations: {ask-after: 1d}
                    observe: {json-log: no}
                    %s""".formatted(i, place(store), participants);
            files.add(Files.writeString(folder.resolve("hub-" + i + ".yaml"), text));
        }
        return files;
    }

    private static String place(Closeable store) {
        return store instanceof EmbeddedPostgres server
                ? "postgres: \"jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres\", user: postgres"
                : "file: data/journal";
    }
}
