package org.probity.identity;

import java.util.Set;
import org.probity.id.AccountId;
import org.probity.people.event.Authority;

/**
 * The one who asks, as a verified token names them. A controller takes it as a method parameter; with
 * {@code @Nullable} on an endpoint that is open to everybody.
 *
 * @param issuer the issuer of the token, the claim {@code iss}
 * @param subject the account at that issuer, the claim {@code sub}
 * @param authorities what the issuer says the account may do; a duty for the body must be added to it
 */
public record Actor(String issuer, String subject, Set<Authority> authorities) {

    /**
     * @throws IllegalArgumentException when the issuer or the subject is blank
     */
    public Actor {
        if (issuer.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("an actor has an issuer and a subject");
        }
        authorities = Set.copyOf(authorities);
    }

    /** The account that stands in events for this actor. */
    public AccountId account() {
        return AccountId.of(issuer, subject);
    }

    /** Whether the token carries this authority. */
    public boolean has(Authority authority) {
        return authorities.contains(authority);
    }
}
