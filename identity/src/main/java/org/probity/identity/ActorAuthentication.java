package org.probity.identity;

import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** A verified token together with the actor read from it. */
final class ActorAuthentication extends JwtAuthenticationToken {

    private final transient Actor actor;

    ActorAuthentication(Jwt token, Actor actor) {
        super(
                token,
                actor.authorities().stream()
                        .map(authority -> new SimpleGrantedAuthority(authority.name()))
                        .toList(),
                actor.subject());
        this.actor = actor;
    }

    Actor actor() {
        return actor;
    }
}
