package org.probity.identity;

import java.util.Set;
import org.probity.id.AccountId;
import org.probity.people.event.Authority;

/**
 * The one who asks, as a verified token names them. A controller takes it as a method parameter; with
 * {@code @Nullable} on an endpoint that is open to everybody. No record, so that the hash that is its account is made once.
 */
public final class Actor {

    private final String issuer;
    private final String subject;
    private final AccountId account;
    private final Set<Authority> authorities;

    /**
     * @param issuer the issuer of the token, the claim {@code iss}
     * @param subject the account at that issuer, the claim {@code sub}
     * @param authorities what the issuer says the account may do; a duty for the body must be added to it
     * @throws IllegalArgumentException when the issuer or the subject is blank
     */
    public Actor(String issuer, String subject, Set<Authority> authorities) {
        if (issuer.isBlank() || subject.isBlank()) {
            throw new IllegalArgumentException("an actor has an issuer and a subject");
        }
        this.issuer = issuer;
        this.subject = subject;
        this.authorities = Set.copyOf(authorities);
        account = AccountId.of(issuer, subject);
    }

    /** The issuer of the token, the claim {@code iss}. */
    public String issuer() {
        return issuer;
    }

    /** The account at that issuer, the claim {@code sub}. */
    public String subject() {
        return subject;
    }

    /** The account that stands in events for this actor. */
    public AccountId account() {
        return account;
    }

    /** What the issuer says the account may do. */
    public Set<Authority> authorities() {
        return authorities;
    }

    /** Whether the token carries this authority. */
    public boolean has(Authority authority) {
        return authorities.contains(authority);
    }
}
