package org.probity.standalone;

import java.util.Set;
import java.util.regex.Pattern;
import org.probity.people.event.Authority;

/**
 * Somebody to try Probity as. The name is also the password and the client secret, so it protects nothing.
 *
 * @param name lower case letters, digits and hyphens; also the subject of the tokens
 * @param authorities what the tokens say this user may do
 */
public record ExampleUser(String name, Set<Authority> authorities) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    /**
     * @throws IllegalArgumentException when the name has another form
     */
    public ExampleUser {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a name for an example user: " + name);
        }
        authorities = Set.copyOf(authorities);
    }
}
