package org.probity.standalone;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Starts what the application brings along before any bean exists, and tells the rest of it by the usual properties:
 * the database unless {@code spring.datasource.url} is given, the issuer's address unless an issuer is given.
 *
 * <p>Stopping: Spring destroys in the reverse order of registration, and nothing is registered before this; so the
 * database goes last, after web server, event processors and connection pool.
 */
final class OwnParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Set when the tokens come from elsewhere; then there is no embedded issuer. */
    static final String FOREIGN_ISSUER = "spring.security.oauth2.resourceserver.jwt.issuer-uri";

    /** The address of the embedded issuer, the claim {@code iss} of its tokens. */
    static final String ISSUER = "probity.issuer";

    /** What the log needs for its whole life, by the name of the file, and the setting that replaces it. */
    private static final Map<String, String> SECRETS = Map.of(
            "fingerprint-secret", "probity.fingerprint-secret",
            "vault-master-key", "probity.vault.master-key");

    private static final Logger LOG = LoggerFactory.getLogger(OwnParts.class);

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        boolean ownIssuer = !StringUtils.hasText(environment.getProperty(FOREIGN_ISSUER));
        boolean ownDatabase = !StringUtils.hasText(environment.getProperty("spring.datasource.url"));
        Map<String, Object> found = new HashMap<>();
        if (ownIssuer) {
            refuseBeyondLoopback(environment.getProperty("server.address"));
            int port = port(environment.getProperty("server.port", Integer.class, 8080));
            found.put("server.port", port);
            found.put(ISSUER, environment.getProperty(ISSUER, "http://localhost:" + port));
        }
        if (ownIssuer || ownDatabase) {
            DataDirectory data =
                    DataDirectory.take(Path.of(environment.getProperty("probity.data-dir", "probity-data")));
            EmbeddedDatabase database = ownDatabase ? start(data) : null;
            context.getBeanFactory().registerSingleton("dataDirectory", data);
            stopLast(context, () -> {
                try (data) {
                    if (database != null) {
                        database.close();
                    }
                }
            });
            if (database != null) {
                // Kept beside the database: other nodes would need the same ones.
                SECRETS.forEach((file, setting) -> {
                    if (!environment.containsProperty(setting)) {
                        found.put(setting, KeptSecret.random(data, file));
                    }
                });
                found.put("spring.datasource.url", database.url());
                found.put("spring.datasource.username", EmbeddedDatabase.USER);
                LOG.info("database {} (user {})", database.url(), EmbeddedDatabase.USER);
            }
        }
        environment.getPropertySources().addFirst(new MapPropertySource("own parts", found));
    }

    /** The passwords of the example users are their names: whoever reaches the port is anybody they like. */
    private static void refuseBeyondLoopback(@Nullable String address) {
        boolean loopback;
        try {
            loopback = StringUtils.hasText(address)
                    && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            loopback = false;
        }
        if (!loopback) {
            throw new RefusedToStart(
                    "The example users have their names as passwords, and server.address="
                            + (StringUtils.hasText(address) ? address : "<all addresses>")
                            + " would let others than this machine log in as any of them.",
                    "Leave server.address at 127.0.0.1, or use an issuer of your own with --" + FOREIGN_ISSUER
                            + "=https://….");
        }
    }

    /** An issuer has a port in its name, so a random one must be chosen before the web server would choose it. */
    private static int port(int wanted) {
        return wanted == 0 ? FreePort.any() : wanted;
    }

    private static EmbeddedDatabase start(DataDirectory data) {
        try {
            return EmbeddedDatabase.start(data);
        } catch (RuntimeException e) {
            data.close(); // no bean was made, so nobody else will
            throw e;
        }
    }

    private static void stopLast(ConfigurableApplicationContext context, Runnable stop) {
        ((DefaultSingletonBeanRegistry) context.getBeanFactory()).registerDisposableBean("ownParts", stop::run);
        // When the JVM is told to stop while it still starts, there is no context to close yet.
        SpringApplication.getShutdownHandlers().add(stop);
    }
}
