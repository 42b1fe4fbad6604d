package org.probity.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class LogOfEarlierVersionTest {

    @Test
    void a_log_keeps_its_events_its_end_and_the_outcome_of_every_key() {
        UUID accepted = UUID.randomUUID();
        UUID counted = UUID.randomUUID();
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(TestLog.newDatabase());
            Flyway.configure()
                    .dataSource(pool.getJdbcUrl(), null, null)
                    .schemas("log")
                    .locations("classpath:org/probity/eventstore/migration")
                    .target("4")
                    .load()
                    .migrate();
            JdbcClient before = JdbcClient.create(new DriverManagerDataSource(pool.getJdbcUrl()));
            before.sql("""
                            select base from log.append_one('2026-03-01T12:00:00Z', gen_random_uuid(), 'Story', 'story/a', 0,
                                                            'Told', '1', '{"text":"one"}', '{}', ?, 'accepted')""").param(accepted).query(Long.class).single();
            before.sql("select log.keep_refused(?, 'counted', 1)")
                    .param(counted)
                    .query(Boolean.class)
                    .single();

            LogConnections.migrated(pool);

            var log = new EventLog(pool);
            assertThat(log.head()).isEqualTo(new LogHead(1, Instant.parse("2026-03-01T12:00:00Z"), false));
            assertThat(log.after(0, 10)).extracting(StoredEvent::payload).containsExactly("{\"text\":\"one\"}");
            assertThat(log.findByKey(accepted).orElseThrow().fingerprint()).isEqualTo("accepted");
            assertThat(log.findByKey(accepted).orElseThrow().events()).hasSize(1);
            assertThat(log.findByKey(counted).orElseThrow().fingerprint()).isEqualTo("counted");
        }
    }
}
