package org.probity.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtValidationException;

/**
 * Checks the signature of a token once a minute instead of at each of its requests: for the same token and key it comes out
 * the same. Whether the token is still in force is looked at each time. A key that its issuer withdraws is believed for a
 * minute more, which is less than it takes for its set of keys to be fetched anew.
 */
final class RememberedTokens implements JwtDecoder {

    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int MOST = 10_000;

    private final JwtDecoder decoder;
    private final JwtTimestampValidator times = new JwtTimestampValidator();
    private final Cache<String, Jwt> checked =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(MEMORY).build();

    /**
     * @param decoder checks a token that is not remembered
     */
    RememberedTokens(JwtDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Jwt decode(String token) {
        Jwt known = checked.getIfPresent(token);
        if (known == null) {
            Jwt decoded = decoder.decode(token);
            checked.put(token, decoded);
            return decoded;
        }
        OAuth2TokenValidatorResult now = times.validate(known);
        if (now.hasErrors()) {
            throw new JwtValidationException("The token is no longer in force", now.getErrors());
        }
        return known;
    }
}
