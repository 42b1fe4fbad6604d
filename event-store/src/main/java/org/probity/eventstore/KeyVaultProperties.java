package org.probity.eventstore;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the key vault.
 *
 * @param masterKey wraps the keys of persons: 64 hexadecimal digits; there is no vault without one
 * @param otherMasterKeys unwrap what another one wrapped: the last one, until no node uses it any more, or the next one
 * @param url the database of the vault; the log's own if it is not set
 * @param username the role that may read and write the vault; the application's if it is not set
 */
@ConfigurationProperties("probity.vault")
record KeyVaultProperties(
        @Nullable String masterKey,
        @DefaultValue List<String> otherMasterKeys,
        @Nullable String url,
        @Nullable String username,
        @Nullable String password) {

    /** A record would show the keys. */
    @Override
    public String toString() {
        return "KeyVaultProperties";
    }
}
