package org.tongwen.routes.journal;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.util.Properties;

/** Pools of connections. */
final class Pools {

    static final int CONNECTIONS = 6;
    private static final long WAIT_MILLIS = 3_000;

    private Pools() {}

    /**
     * Opens a pool.
     *
     * @throws JournalException when the database does not answer
     */
    static HikariDataSource open(String url, String user, String password, Properties properties) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setDataSourceProperties(properties);
        config.setPoolName("tongwen-journal");
        config.setMaximumPoolSize(CONNECTIONS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        config.setValidationTimeout(WAIT_MILLIS - 500);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw new JournalException("the journal's database does not answer: " + e.getMessage(), e);
        }
    }
}
