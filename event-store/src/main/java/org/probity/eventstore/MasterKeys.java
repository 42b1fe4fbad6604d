package org.probity.eventstore;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys that wrap the keys of persons. They come from the configuration and are in no database, so that a copy of the
 * vault alone opens nothing. The first wraps; the others only unwrap, while keys move from one to the other.
 */
final class MasterKeys {

    private static final int BYTES = 32;

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private final String current;

    /**
     * @param current 32 bytes as 64 hexadecimal digits
     * @param others the same, each
     * @throws IllegalArgumentException if one has another form; the message does not repeat it
     */
    MasterKeys(String current, List<String> others) {
        this.current = add(current);
        others.forEach(this::add);
    }

    /** Wraps a person's key by the current one, so that it can be unwrapped for that person only. */
    byte[] wrap(SecretKey key, String person, int version) {
        return AesGcm.seal(known(current), key.getEncoded(), context(person, version));
    }

    /**
     * Unwraps a person's key.
     *
     * @param master the name of the one that wrapped it
     * @throws IllegalStateException if the master key is not configured, or the wrapped key is not what was wrapped
     */
    SecretKey unwrap(String master, byte[] wrapped, String person, int version) {
        try {
            byte[] key = AesGcm.open(known(master), wrapped, context(person, version));
            return new SecretKeySpec(key, "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key in the vault is not what was put there", e);
        }
    }

    /** The names of all that are configured. */
    Set<String> names() {
        return keys.keySet();
    }

    /** The name of the one that wraps. */
    String current() {
        return current;
    }

    private SecretKey known(String name) {
        SecretKey key = keys.get(name);
        if (key == null) {
            throw new IllegalStateException("The vault holds keys under a master key that is not configured: " + name);
        }
        return key;
    }

    private String add(String digits) {
        byte[] key;
        try {
            key = HexFormat.of().parseHex(digits.strip());
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
        if (key.length != BYTES) {
            throw malformed();
        }
        String name = nameOf(key);
        keys.put(name, new SecretKeySpec(key, "AES"));
        return name;
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("A master key is 64 hexadecimal digits");
    }

    private static String nameOf(byte[] key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] context(String person, int version) {
        return (person + "\n" + version).getBytes(StandardCharsets.UTF_8);
    }
}
