package org.probity.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.people.event.Authority;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** The one place where a token becomes an actor. */
final class ActorFromToken implements Converter<Jwt, ActorAuthentication> {

    private static final Map<String, Authority> BY_NAME =
            Arrays.stream(Authority.values()).collect(Collectors.toUnmodifiableMap(Enum::name, Function.identity()));

    private final String authoritiesClaim;

    /**
     * @param authoritiesClaim a claim, or a path into claims such as {@code realm_access.roles}
     */
    ActorFromToken(String authoritiesClaim) {
        this.authoritiesClaim = authoritiesClaim;
    }

    /**
     * @throws InvalidBearerTokenException when the token lacks {@code iss} or {@code sub}: nobody could be held to account
     */
    @Override
    public ActorAuthentication convert(Jwt token) {
        String issuer = token.getClaimAsString("iss");
        String subject = token.getClaimAsString("sub");
        if (issuer == null || issuer.isBlank() || subject == null || subject.isBlank()) {
            throw new InvalidBearerTokenException("The token names no issuer or no subject");
        }
        return new ActorAuthentication(token, new Actor(issuer, subject, authorities(token.getClaims())));
    }

    private Set<Authority> authorities(Map<String, Object> claims) {
        Set<Authority> known = EnumSet.noneOf(Authority.class);
        for (Object name : names(claim(claims))) {
            // Issuers serve other applications too, so names that mean nothing here are passed over.
            Authority authority =
                    BY_NAME.get(name.toString().toUpperCase(Locale.ROOT).replace('-', '_'));
            if (authority != null) {
                known.add(authority);
            }
        }
        return known;
    }

    /** The claim of exactly that name first, since names of claims are often URIs with dots in them. */
    private @Nullable Object claim(Map<String, Object> claims) {
        Object exact = claims.get(authoritiesClaim);
        if (exact != null) {
            return exact;
        }
        Object here = claims;
        for (String step : authoritiesClaim.split("\\.", -1)) {
            if (!(here instanceof Map<?, ?> map)) {
                return null;
            }
            here = map.get(step);
        }
        return here;
    }

    private static Collection<?> names(@Nullable Object claim) {
        if (claim instanceof Collection<?> list) {
            return list;
        }
        return claim instanceof String text ? List.of(text.trim().split("[ ,]+", -1)) : List.of();
    }
}
