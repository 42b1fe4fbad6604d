package org.probity.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A login account: the hash of its issuer and subject, so that neither stands in an id. */
public record AccountId(@JsonValue String value) {
    private static final Pattern FORMAT = Pattern.compile("[0-9a-f]{64}");

    /**
     * @throws IllegalArgumentException when the value has another form; the message does not repeat the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AccountId {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("an account id is 64 hexadecimal digits in lower case");
        }
    }

    /** The stream of this account. */
    public String stream() {
        return "account/" + value;
    }

    /** The account that the issuer calls by this subject: SHA-256 of issuer, newline, subject. */
    public static AccountId of(String issuer, String subject) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((issuer + "\n" + subject).getBytes(StandardCharsets.UTF_8));
            return new AccountId(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
