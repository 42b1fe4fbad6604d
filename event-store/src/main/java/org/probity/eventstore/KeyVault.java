package org.probity.eventstore;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys to what the log holds about persons: schema {@code vault}, apart from the log, with a role and backups of its
 * own. To destroy a person's key is to erase what the log says about them, and changes no byte of the log.
 *
 * <p>Invariant: a destroyed key never comes back. Its row stays and says so, and nobody makes another for that person.
 *
 * <p>Keys are remembered for {@link #REMEMBERED}: so long after a key is destroyed, another node may still use it.
 */
public final class KeyVault {

    /** How long a node may go on using a key that another has destroyed. */
    static final Duration REMEMBERED = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(KeyVault.class);
    private static final int REMEMBERED_PERSONS = 10_000;
    private static final int REWRAPPED_AT_ONCE = 500;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Whose key makes the pseudonyms. No person's id has this form. */
    private static final String PSEUDONYMS = "*pseudonyms";

    private final DataSource dataSource;
    private final MasterKeys masters;
    private final Cache<String, PersonKeys> remembered = Caffeine.newBuilder()
            .maximumSize(REMEMBERED_PERSONS)
            .expireAfterWrite(REMEMBERED)
            .build();

    /**
     * Opens the vault, and moves keys that are wrapped by another master key under the current one.
     *
     * @param dataSource connections in auto-commit, with the vault's own role if there is one
     * @throws IllegalStateException if the vault holds keys under a master key that is not configured
     */
    KeyVault(DataSource dataSource, MasterKeys masters) {
        this.dataSource = dataSource;
        this.masters = masters;
        rewrap();
    }

    /**
     * The keys under which something new is recorded about a person, made now if there is none.
     *
     * @throws PersonErasedException if they were destroyed
     */
    PersonKeys toSeal(String person) {
        PersonKeys keys = remembered.get(person, this::findOrMake);
        if (keys.areDestroyed()) {
            throw new PersonErasedException();
        }
        return keys;
    }

    /**
     * The keys to what was recorded about a person.
     *
     * @param field what is to be opened
     * @throws SealBrokenException if there never were any: this vault does not belong to the log, or is an old copy
     */
    PersonKeys toOpen(String person, String field) {
        PersonKeys keys = remembered.getIfPresent(person);
        if (keys == null) {
            keys = remembered.get(person, missing -> find(missing).orElse(null));
        }
        if (keys == null) {
            throw new SealBrokenException(field, "the vault never held the person's key", null);
        }
        return keys;
    }

    /** Destroys a person's keys, if they are not destroyed yet. What the log holds about them reads as null from now on. */
    public void destroy(String person) {
        query("""
                insert into vault.key (person, version, destroyed_at) values (?, 1, now())
                on conflict (person, version) do nothing
                """, statement -> {
            statement.setString(1, person);
            return statement.executeUpdate();
        });
        query("""
                update vault.key set master = null, wrapped = null, destroyed_at = now()
                 where person = ? and wrapped is not null
                """, statement -> {
            statement.setString(1, person);
            return statement.executeUpdate();
        });
        remembered.invalidate(person);
    }

    /**
     * The name under which a value stands in the log that must not hold the value itself: 64 random hexadecimal digits,
     * the same whenever it is asked for until it is {@linkplain #forget forgotten}. The vault finds it by HMAC-SHA-256
     * (RFC 2104) under a key of its own.
     *
     * @param kind what sort of value it is: the same value of another sort has another name
     */
    public String pseudonym(String kind, String value) {
        byte[] mac = mac(kind + "\n" + value);
        return findPseudonym(mac).orElseGet(() -> {
            byte[] random = new byte[32];
            RANDOM.nextBytes(random);
            query(
                    "insert into vault.pseudonym (mac, pseudonym) values (?, ?) on conflict (mac) do nothing",
                    statement -> {
                        statement.setBytes(1, mac);
                        statement.setString(2, HexFormat.of().formatHex(random));
                        return statement.executeUpdate();
                    });
            return findPseudonym(mac).orElseThrow();
        });
    }

    /** Forgets what a pseudonym stands for. The same value gets another one when it is asked for again. */
    public void forget(String pseudonym) {
        query("delete from vault.pseudonym where pseudonym = ?", statement -> {
            statement.setString(1, pseudonym);
            return statement.executeUpdate();
        });
    }

    private Optional<String> findPseudonym(byte[] mac) {
        return query("select pseudonym from vault.pseudonym where mac = ?", statement -> {
            statement.setBytes(1, mac);
            ResultSet result = statement.executeQuery();
            return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
        });
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(toSeal(PSEUDONYMS).newest());
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /** A key that is made and then not used is harmless. */
    private PersonKeys findOrMake(String person) {
        return find(person).orElseGet(() -> {
            byte[] random = new byte[32];
            RANDOM.nextBytes(random);
            byte[] wrapped = masters.wrap(new SecretKeySpec(random, "AES"), person, 1);
            query("""
                    insert into vault.key (person, version, master, wrapped) values (?, 1, ?, ?)
                    on conflict (person, version) do nothing
                    """, statement -> {
                statement.setString(1, person);
                statement.setString(2, masters.current());
                statement.setBytes(3, wrapped);
                return statement.executeUpdate();
            });
            return find(person).orElseThrow();
        });
    }

    private Optional<PersonKeys> find(String person) {
        if (person.indexOf(0) >= 0) {
            return Optional.empty(); // PostgreSQL holds no such text
        }
        return query("select version, master, wrapped from vault.key where person = ? order by version", statement -> {
            statement.setString(1, person);
            ResultSet result = statement.executeQuery();
            boolean known = false;
            List<SecretKey> keys = new ArrayList<>();
            while (result.next()) {
                known = true;
                byte[] wrapped = result.getBytes(3);
                if (wrapped != null) {
                    keys.add(masters.unwrap(result.getString(2), wrapped, person, result.getInt(1)));
                }
            }
            return known ? Optional.of(new PersonKeys(keys)) : Optional.empty();
        });
    }

    private void rewrap() {
        List<String> unknown = query(
                "select distinct master from vault.key where wrapped is not null and not master = any (?)",
                statement -> {
                    statement.setArray(
                            1,
                            statement
                                    .getConnection()
                                    .createArrayOf("text", masters.names().toArray()));
                    ResultSet result = statement.executeQuery();
                    List<String> names = new ArrayList<>();
                    while (result.next()) {
                        names.add(result.getString(1));
                    }
                    return names;
                });
        if (!unknown.isEmpty()) {
            throw new IllegalStateException(
                    "The vault holds keys under master keys that are not configured: " + unknown);
        }
        int moved = 0;
        for (int some = rewrapSome(); some > 0; some = rewrapSome()) {
            moved += some;
        }
        if (moved > 0) {
            LOG.info("{} keys are wrapped by master key {} now", moved, masters.current());
        }
    }

    /** Moves some keys, and leaves alone those that another node moves or destroys at the moment. */
    private int rewrapSome() {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement select = connection.prepareStatement("""
                            select person, version, master, wrapped from vault.key
                             where wrapped is not null and master <> ? order by person limit ? for update skip locked
                            """);
                    PreparedStatement update = connection.prepareStatement(
                            "update vault.key set master = ?, wrapped = ? where person = ? and version = ?")) {
                select.setString(1, masters.current());
                select.setInt(2, REWRAPPED_AT_ONCE);
                ResultSet result = select.executeQuery();
                int moved = 0;
                while (result.next()) {
                    String person = result.getString(1);
                    int version = result.getInt(2);
                    SecretKey key = masters.unwrap(result.getString(3), result.getBytes(4), person, version);
                    update.setString(1, masters.current());
                    update.setBytes(2, masters.wrap(key, person, version));
                    update.setString(3, person);
                    update.setInt(4, version);
                    update.addBatch();
                    moved++;
                }
                update.executeBatch();
                connection.commit();
                return moved;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private <T extends @Nullable Object> T query(String sql, Work<T> work) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.with(statement);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static LogUnavailableException unreachable(SQLException e) {
        return new LogUnavailableException("The key vault cannot be reached", e);
    }

    @FunctionalInterface
    private interface Work<T extends @Nullable Object> {
        T with(PreparedStatement statement) throws SQLException;
    }
}
