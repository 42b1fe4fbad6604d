package org.probity.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The vault's own connections. */
final class KeyVaultConnections implements AutoCloseable {

    private static final int CONNECTIONS = 2;

    private final HikariDataSource pool;

    private KeyVaultConnections(HikariDataSource pool) {
        this.pool = pool;
    }

    /** Brings the schema of the vault up to date. */
    static KeyVaultConnections migrated(JdbcConnectionDetails log, KeyVaultProperties own) {
        var pool = new HikariDataSource();
        pool.setPoolName("vault");
        pool.setJdbcUrl(own.url() == null ? log.getJdbcUrl() : own.url());
        pool.setUsername(own.username() == null ? log.getUsername() : own.username());
        pool.setPassword(own.username() == null ? log.getPassword() : own.password());
        pool.setMaximumPoolSize(CONNECTIONS);
        LogConnections.endSilence(pool);
        LogConnections.migrate(pool, "vault", "vault");
        return new KeyVaultConnections(pool);
    }

    HikariDataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
