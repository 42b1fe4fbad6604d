package org.probity.board.event;

import java.util.regex.Pattern;

/**
 * A paper or a piece of evidence, held elsewhere and named by what it contained.
 *
 * @param sha256 the SHA-256 of its bytes (FIPS 180-4) in lower-case hexadecimal
 */
public record Document(String title, String sha256) {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    /**
     * @throws IllegalArgumentException when the hash is not 64 lower-case hexadecimal digits
     */
    public Document {
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("a document is named by its SHA-256 in lower-case hexadecimal");
        }
    }
}
