package org.probity.eventstore;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES in Galois/Counter Mode (NIST SP 800-38D) with random nonces of 96 bits and tags of 128. A key may seal some four
 * thousand million values before two nonces may meet, which is far beyond what is said about one person.
 */
final class AesGcm {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Drawn in advance: the source is locked for each draw, however short. */
    private static final byte[] NONCES = new byte[NONCE_BYTES * 512];

    private static int used = NONCES.length;

    /**
     * Those that are not in use, at most as many as ever were at once. To find the provider of a cipher takes as long as to
     * use it, and a thread that serves one request would use its own once.
     */
    private static final Queue<Cipher> CIPHERS = new ConcurrentLinkedQueue<>();

    private AesGcm() {}

    /**
     * Encrypts. The result is the nonce, the ciphertext and the tag.
     *
     * @param associated what must be the same when it is opened
     */
    static byte[] seal(SecretKey key, byte[] plain, byte[] associated) {
        byte[] nonce = nonce();
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, key, nonce, associated);
            ByteBuffer sealed = ByteBuffer.allocate(NONCE_BYTES + cipher.getOutputSize(plain.length));
            sealed.put(nonce);
            cipher.doFinal(ByteBuffer.wrap(plain), sealed);
            CIPHERS.add(cipher);
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    /**
     * Decrypts what {@link #seal} returned.
     *
     * @throws GeneralSecurityException if the key or what is associated is another, or a byte was changed
     */
    static byte[] open(SecretKey key, byte[] sealed, byte[] associated) throws GeneralSecurityException {
        if (sealed.length < NONCE_BYTES) {
            throw new GeneralSecurityException("Too short to have been sealed");
        }
        Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, sealed, associated);
        byte[] plain = cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        CIPHERS.add(cipher);
        return plain;
    }

    private static synchronized byte[] nonce() {
        if (used == NONCES.length) {
            RANDOM.nextBytes(NONCES);
            used = 0;
        }
        used += NONCE_BYTES;
        return Arrays.copyOfRange(NONCES, used - NONCE_BYTES, used);
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] associated)
            throws GeneralSecurityException {
        Cipher unused = CIPHERS.poll();
        Cipher cipher = unused == null ? newCipher() : unused;
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        cipher.updateAAD(associated);
        return cipher;
    }

    private static Cipher newCipher() {
        try {
            return Cipher.getInstance(ALGORITHM);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
