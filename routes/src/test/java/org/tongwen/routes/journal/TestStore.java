package org.tongwen.routes.journal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.tongwen.routes.config.HubConfig.Store;

/** Both kinds of stores, each time a new one. */
public enum TestStore {
    H2 {
        @Override
        public Store fresh(Path folder) {
            return new Store.Embedded(folder.resolve("journal"), folder.resolve("keys.json"));
        }

        @Override
        String url(Store store) {
            return "jdbc:h2:file:" + ((Store.Embedded) store).file();
        }
    },
    POSTGRES {
        @Override
        public Store fresh(Path folder) {
            String name = "journal" + NUMBER.incrementAndGet();
            try (Connection connection = Server.ONE.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            String url = "jdbc:postgresql://127.0.0.1:" + Server.ONE.getPort() + "/" + name;
            return new Store.Postgres(url, "postgres", Optional.empty(), folder.resolve("keys.json"));
        }

        @Override
        String url(Store store) {
            return ((Store.Postgres) store).url() + "?user=postgres";
        }
    };

    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** An empty store. */
    public abstract Store fresh(Path folder);

    abstract String url(Store store);

    /** A connection past the journal. That of H2 needs the journal to be closed. */
    Connection connect(Store store) throws SQLException {
        return DriverManager.getConnection(url(store));
    }

    /** One server for all tests; it ends with this process. */
    private static final class Server {

        private static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder().start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void close(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
