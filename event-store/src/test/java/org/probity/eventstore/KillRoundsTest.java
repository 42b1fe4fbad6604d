package org.probity.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A service is killed while it appends, and then its PostgreSQL, again and again. Some rounds in the usual build; a
 * hundred with {@code -Pkill-rounds}.
 */
class KillRoundsTest {

    private static final int ROUNDS = Integer.getInteger("probity.kill-rounds", 3);

    @TempDir
    Path directory = Path.of("replaced by JUnit");

    private final Random random = new Random(1);
    private long checked;
    private int answered;

    @Test
    void what_was_answered_is_there_whoever_was_killed_and_nothing_is_there_by_halves() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            EmbeddedPostgres postgres = start();
            String url = postgres.getJdbcUrl("postgres", "postgres");
            List<String> said = appendUntilKilled(url, 20 + random.nextInt(400));
            kill(postgres);
            EmbeddedPostgres again = start();
            try {
                check(again, said, round);
            } finally {
                again.close();
            }
        }
        assertThat(answered).isGreaterThan(ROUNDS * 20);
    }

    /** Returns what the service said before it was killed. */
    private static List<String> appendUntilKilled(String url, int lines) throws IOException, InterruptedException {
        Process service = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWriter.class.getName(),
                        url)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> said = new ArrayList<>();
        try (BufferedReader output = service.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.matches("\\d+( [0-9a-f-]{36})+")) {
                    said.add(line);
                }
                if (said.size() == lines) {
                    service.toHandle().destroyForcibly(); // that of the process would close its output, too
                }
            }
        } finally {
            service.destroyForcibly().waitFor();
        }
        return said;
    }

    /** Whatever happened, the log is whole, and holds all that was said. */
    private void check(EmbeddedPostgres postgres, List<String> said, int round) {
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres"));
            List<StoredEvent> log = new EventLog(pool).after(checked, 1_000_000);
            Set<String> ids = new HashSet<>();
            for (StoredEvent event : log) {
                assertThat(event.position()).as("round %d: no gap", round).isEqualTo(++checked);
                assertThat(ids.add(event.eventId().toString()))
                        .as("round %d: no repeat", round)
                        .isTrue();
            }
            long first = checked - log.size() + 1;
            for (String line : said) {
                String[] unit = line.split(" ", -1);
                for (int i = 1; i < unit.length; i++) {
                    int index = (int) (Long.parseLong(unit[0]) + i - 1 - first);
                    assertThat(index)
                            .as("round %d: what was answered is there", round)
                            .isBetween(0, log.size() - 1);
                    assertThat(log.get(index).eventId()).as("round %d", round).hasToString(unit[i]);
                }
            }
            answered += said.size();
        }
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory.resolve("database"))
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("unix_socket_directories", "")
                .start();
    }

    /** The server's first process, without a chance to write anything; the others end when they notice. */
    private void kill(EmbeddedPostgres postgres) throws IOException {
        String pid = Files.readAllLines(directory.resolve("database/postmaster.pid"))
                .getFirst()
                .strip();
        ProcessHandle server = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        List<ProcessHandle> children = server.children().toList();
        server.destroyForcibly();
        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> !server.isAlive() && children.stream().noneMatch(ProcessHandle::isAlive));
        postgres.close();
    }
}
