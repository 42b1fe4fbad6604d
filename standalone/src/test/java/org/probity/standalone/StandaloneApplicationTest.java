package org.probity.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Starting, stopping and starting again; and when not to start. */
@ExtendWith(OutputCaptureExtension.class)
class StandaloneApplicationTest {

    @TempDir
    static Path data = Path.of("replaced by JUnit");

    @Test
    void aTokenOutlivesARestart() throws Exception {
        int port = Application.freePort();
        String token;
        try (Application application = Application.start(data, port)) {
            token = application.token("board-secretary");
        }
        for (String secret : List.of("issuer-key.json", "fingerprint-secret", "vault-master-key")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve(secret))))
                    .isEqualTo("rw-------");
        }
        try (Application application = Application.start(data, port)) {
            assertThat(application.whoAmI(token).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theApplicationUsesTheEmbeddedDatabaseAndStopsItLast() throws Exception {
        AtomicBoolean aliveWhenOthersStopped = new AtomicBoolean();
        Application application = Application.start(data);
        String url = String.valueOf(application.context().getEnvironment().getProperty("spring.datasource.url"));
        try (Connection pooled = application.context().getBean(DataSource.class).getConnection()) {
            assertThat(pooled.getMetaData().getURL()).isEqualTo(url);
        }
        ((DefaultSingletonBeanRegistry) application.context().getBeanFactory())
                .registerDisposableBean("last words", () -> aliveWhenOthersStopped.set(answers(url)));
        application.close();
        assertThat(aliveWhenOthersStopped).isTrue();
        assertThat(answers(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "no.such.host.invalid", ""})
    void exampleUsersAreForThisMachineOnly(String address, CapturedOutput output) {
        assertThatThrownBy(() -> SpringApplication.run(
                        StandaloneApplication.class,
                        "--server.port=0",
                        "--server.address=" + address,
                        "--probity.data-dir=" + data.resolve("never")))
                .isInstanceOf(RefusedToStart.class);
        assertThat(output).contains("names as passwords").contains("--spring.security.oauth2.resourceserver");
        assertThat(data.resolve("never")).doesNotExist();
    }

    @Test
    void aSecondApplicationOnTheSameDirectoryIsRefusedAndTheFirstGoesOn(CapturedOutput output) {
        try (Application first = Application.start(data)) {
            assertThatThrownBy(() -> Application.start(data)).isInstanceOf(RefusedToStart.class);
            assertThat(output).contains("in use by another running Probity");
            assertThat(first.whoAmI(first.token("clinician")).statusCode()).isEqualTo(200);
            assertThat(answers(String.valueOf(first.context().getEnvironment().getProperty("spring.datasource.url"))))
                    .isTrue();
        }
    }

    private static boolean answers(String url) {
        try (Connection connection = DriverManager.getConnection(url, EmbeddedDatabase.USER, "")) {
            return connection.isValid(1);
        } catch (SQLException e) {
            return false;
        }
    }
}
