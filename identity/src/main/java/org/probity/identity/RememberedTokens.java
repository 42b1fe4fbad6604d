package org.probity.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/**
 * Checks a token once a minute instead of at each of its requests, and remembers none beyond the moment at which it expires: from
 * then on only the decoder judges, and whatever difference of clocks it allows. A key that its issuer withdraws is believed
 * for a minute more, which is less than it takes for its set of keys to be fetched anew.
 */
final class RememberedTokens implements JwtDecoder {

    private static final Duration MEMORY = Duration.ofMinutes(1);
    private static final int MOST = 1_000;

    private final JwtDecoder decoder;
    private final Cache<String, Jwt> checked = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfter(Expiry.<String, Jwt>creating((token, jwt) -> memoryOf(jwt)))
            .scheduler(Scheduler.systemScheduler())
            .build();

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
            known = decoder.decode(token);
            checked.put(token, known);
        }
        return known;
    }

    private static Duration memoryOf(Jwt token) {
        Instant expires = token.getExpiresAt();
        Duration left = expires == null ? MEMORY : Duration.between(Instant.now(), expires);
        if (left.isNegative()) {
            return Duration.ZERO;
        }
        return left.compareTo(MEMORY) < 0 ? left : MEMORY;
    }
}
