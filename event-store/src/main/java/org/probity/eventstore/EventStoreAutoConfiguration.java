package org.probity.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.UnitOfWorkAwareConnectionProviderWrapper;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.UpdateCheckerAutoConfiguration;
import org.axonframework.updates.configuration.UsagePropertyProvider;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Wires the event store before Axon's own auto-configuration, which then finds everything present and adds no
 * engine, serializer or transaction manager of its own.
 */
@AutoConfiguration(
        after = {DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class},
        before = {AxonAutoConfiguration.class, JdbcAutoConfiguration.class, UpdateCheckerAutoConfiguration.class})
@EnableConfigurationProperties({EventStoreProperties.class, KeyVaultProperties.class})
public class EventStoreAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    Clock systemClock() {
        return Clock.systemUTC();
    }

    @Bean
    LogConnections logConnections(JdbcConnectionDetails details, EventStoreProperties properties) {
        var pool = new HikariDataSource();
        pool.setPoolName("log");
        pool.setJdbcUrl(details.getJdbcUrl());
        pool.setUsername(details.getUsername());
        pool.setPassword(details.getPassword());
        pool.setMaximumPoolSize(properties.connections());
        return LogConnections.migrated(pool);
    }

    /** Connections of its own, so that it can have a role of its own and be in a database of its own. */
    @Bean
    @ConditionalOnProperty("probity.vault.master-key")
    KeyVaultConnections keyVaultConnections(JdbcConnectionDetails details, KeyVaultProperties properties) {
        return KeyVaultConnections.migrated(details, properties);
    }

    @Bean
    @ConditionalOnBean(KeyVaultConnections.class)
    KeyVault keyVault(KeyVaultConnections connections, KeyVaultProperties properties) {
        var masters = new MasterKeys(String.valueOf(properties.masterKey()), properties.otherMasterKeys());
        return new KeyVault(connections.pool(), masters);
    }

    /**
     * @throws IllegalStateException if events hold personal data and there is no vault for its keys
     */
    @Bean
    @Primary
    StableNameSerializer serializer(EventTypes types, ObjectProvider<KeyVault> vault) {
        KeyVault keys = vault.getIfAvailable();
        if (types.needKeys() && keys == null) {
            throw new IllegalStateException("Events hold personal data: set probity.vault.master-key to"
                    + " 64 random hexadecimal digits, and keep them where the database's backups are not");
        }
        return new StableNameSerializer(types, keys);
    }

    @Bean
    EventLog eventLog(LogConnections connections) {
        return new EventLog(connections.pool());
    }

    /**
     * @param migrated says that the log exists
     */
    @Bean
    GroupCommit groupCommit(
            JdbcConnectionDetails details,
            EventStoreProperties properties,
            Clock clock,
            @SuppressWarnings("unused") LogConnections migrated) {
        var own = LogConnections.ofWriter(details.getJdbcUrl(), details.getUsername(), details.getPassword());
        return new GroupCommit(own, clock, properties.room());
    }

    @Bean
    LogWatch logWatch(LogConnections connections) {
        return new LogWatch(connections.pool());
    }

    @Bean
    @ConditionalOnMissingBean
    LogClock logClock(EventLog log, Clock clock) {
        return () -> {
            LogHead head = log.head();
            Instant now = clock.instant();
            return head.example() || head.recordedAt().isAfter(now) ? head.recordedAt() : now;
        };
    }

    @Bean
    UnknownEvents unknownEvents() {
        return new UnknownEvents();
    }

    @Bean
    StreamCache streamCache(EventLog log, EventStoreProperties properties) {
        return new StreamCache(log, properties.cache().toBytes());
    }

    @Bean
    PostgresEventStore eventStore(
            EventLog log,
            StreamCache cache,
            GroupCommit commit,
            LogWatch watch,
            UnknownEvents unknownEvents,
            StableNameSerializer serializer,
            EventTypes types,
            List<EventUpcaster> upcasters) {
        List<EventUpcaster> all = Stream.concat(upcasters.stream(), Stream.of(new StepwiseUpcaster(types)))
                .toList();
        return new PostgresEventStore(
                new PostgresEventStore.Builder(),
                log,
                cache,
                commit,
                watch,
                unknownEvents,
                serializer,
                new EventUpcasterChain(all));
    }

    @Bean
    LogImport logImport(EventLog log, LogConnections connections, EventTypes types, StableNameSerializer serializer) {
        return new LogImport(log, connections.pool(), types, serializer);
    }

    /** Axon on Spring Boot 4 would otherwise fall back to no transactions, and projections would lose atomicity. */
    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactionManager) {
        return new SpringTransactionManager(transactionManager);
    }

    /** Axon would ask its vendor for updates and tell what it runs on; this application tells nobody. */
    @Bean
    @Primary
    UsagePropertyProvider updateCheckerIsOff() {
        return new UsagePropertyProvider() {
            @Override
            public Boolean getDisabled() {
                return true;
            }

            @Override
            public @Nullable String getUrl() {
                return null;
            }

            @Override
            public int priority() {
                return Integer.MAX_VALUE;
            }
        };
    }

    /** Tokens are written over the application's connections, in the transaction of what the processor did. */
    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new UnitOfWorkAwareConnectionProviderWrapper(new SpringDataSourceConnectionProvider(dataSource));
    }

    @Bean
    TokenSchema tokenSchema() {
        return TokenSchema.builder()
                .setTokenTable(LogConnections.TOKENS + ".token_entry")
                .setProcessorNameColumn("processor_name")
                .setTokenTypeColumn("token_type")
                .build();
    }

    /**
     * Without it Axon falls back to tokens in memory, and every processor starts over when the service does.
     *
     * @param migrated says that the table exists
     */
    @Bean
    JdbcTokenStore tokenStore(
            ConnectionProvider connections,
            TokenSchema schema,
            StableNameSerializer serializer,
            @SuppressWarnings("unused") LogConnections migrated) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(schema)
                .serializer(serializer)
                .build();
    }
}
