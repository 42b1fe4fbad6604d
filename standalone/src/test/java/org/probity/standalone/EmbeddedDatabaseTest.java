package org.probity.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was committed stays, whichever way the application ended. */
class EmbeddedDatabaseTest {

    @TempDir
    static Path data = Path.of("replaced by JUnit");

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, EmbeddedDatabase.USER, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, EmbeddedDatabase.USER, "");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "fsync, on",
        "synchronous_commit, on",
        "full_page_writes, on",
        "data_checksums, on",
        "listen_addresses, 127.0.0.1",
        "unix_socket_directories, ''",
        "server_encoding, UTF8"
    })
    void theServerIsSetToKeepWhatItCommits(String setting, String value) throws SQLException {
        try (DataDirectory directory = DataDirectory.take(data);
                EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThat(ask(database.url(), "show " + setting)).isEqualTo(value);
            assertThat(ask(database.url(), "show server_version")).startsWith("18");
        }
    }

    @Test
    void rowsSurviveARestart() throws SQLException {
        try (DataDirectory directory = DataDirectory.take(data);
                EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            execute(database.url(), "create table restarted (word text)");
            execute(database.url(), "insert into restarted values ('kept')");
        }
        assertThat(Postmaster.on(data.resolve("database"))).isEmpty();
        try (DataDirectory directory = DataDirectory.take(data);
                EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThat(ask(database.url(), "select word from restarted")).isEqualTo("kept");
        }
    }

    @Test
    void aDatabaseLeftBehindByAKilledProcessIsTakenOverWithItsRows() throws Exception {
        long leftBehind;
        try (DatabaseInAnotherProcess other = DatabaseInAnotherProcess.start(data)) {
            execute(other.url(), "create table killed (word text)");
            execute(other.url(), "insert into killed values ('kept')");
            other.kill();
            leftBehind = Postmaster.on(data.resolve("database"))
                    .orElseThrow()
                    .process()
                    .pid();
        }
        try (DataDirectory directory = DataDirectory.take(data);
                EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            assertThat(ask(database.url(), "select word from killed")).isEqualTo("kept");
            assertThat(Postmaster.on(data.resolve("database"))
                            .orElseThrow()
                            .process()
                            .pid())
                    .isNotEqualTo(leftBehind);
        }
    }

    @Test
    void aDirectoryInUseByAnotherProcessIsRefusedAndItsDatabaseLeftAlone() throws Exception {
        try (DatabaseInAnotherProcess other = DatabaseInAnotherProcess.start(data)) {
            assertThatThrownBy(() -> DataDirectory.take(data))
                    .isInstanceOf(RefusedToStart.class)
                    .hasMessageContaining("in use by another running Probity");
            assertThat(ask(other.url(), "select 'alive'")).isEqualTo("alive");
            other.kill();
        }
        try (DataDirectory directory = DataDirectory.take(data)) {
            EmbeddedDatabase.start(directory).close();
        }
    }

    @Test
    void aDirectoryInUseByThisProcessIsRefusedAndStaysLocked() {
        try (DataDirectory directory = DataDirectory.take(data)) {
            assertThat(directory.resolve("lock")).exists();
            assertThatThrownBy(() -> DataDirectory.take(data)).isInstanceOf(RefusedToStart.class);
            assertThatThrownBy(() -> DataDirectory.take(data)).isInstanceOf(RefusedToStart.class);
        }
    }

    @Test
    void aProcessIdThatNowBelongsToSomethingElseIsLeftAlone() throws Exception {
        Path database = Files.createDirectories(data.resolve("elsewhere"));
        Files.writeString(
                database.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + database + "\n");
        assertThat(Postmaster.on(database)).isEmpty();
    }

    @Test
    void thePostgresOfAnotherDirectoryIsLeftAlone() throws Exception {
        try (DataDirectory directory = DataDirectory.take(data);
                EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            Path copy = Files.createDirectories(data.resolve("copy"));
            Files.copy(data.resolve("database/postmaster.pid"), copy.resolve("postmaster.pid"));
            assertThat(Postmaster.on(copy)).isEmpty();
            assertThat(ask(database.url(), "select 'alive'")).isEqualTo("alive");
        }
    }
}
