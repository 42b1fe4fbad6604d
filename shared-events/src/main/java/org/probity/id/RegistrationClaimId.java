package org.probity.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** Stands for a professional registration without naming it: a name that only the key vault can find by the number. */
public record RegistrationClaimId(@JsonValue String value) {
    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /**
     * @throws IllegalArgumentException when the value has another form; the message does not repeat the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RegistrationClaimId {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a registration claim is an opaque name of up to 128 letters, digits, - and _");
        }
    }

    /** The stream of this claim. */
    public String stream() {
        return "registration/" + value;
    }
}
