package org.probity.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** The code of an organisation, in the manner of the Organisation Data Service; never reused. */
public record OrganisationCode(@JsonValue String value) {
    private static final Pattern FORMAT = Pattern.compile("[A-Z0-9]{3,10}");

    /**
     * @throws IllegalArgumentException when the value has another form; the message does not repeat the value
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OrganisationCode {
        if (!FORMAT.matcher(value).matches()) {
            throw new IllegalArgumentException("an organisation code is 3 to 10 capital letters and digits");
        }
    }

    /** The stream of this organisation. */
    public String stream() {
        return "organisation/" + value;
    }
}
