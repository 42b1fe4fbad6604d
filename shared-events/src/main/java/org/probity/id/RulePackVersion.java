package org.probity.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The version of a rule pack, unique within the body that adopts it. */
public record RulePackVersion(@JsonValue String value) {
    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,59}");

    /**
     * @throws IllegalArgumentException when the value has another form; the message does not repeat the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RulePackVersion {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a rule pack version is up to 60 letters, digits, dots, - and _, and starts with a letter or digit");
        }
    }
}
