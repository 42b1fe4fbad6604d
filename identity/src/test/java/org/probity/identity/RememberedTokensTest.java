package org.probity.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.Jwt;

/** How often a token is checked. */
class RememberedTokensTest {

    private final AtomicInteger checks = new AtomicInteger();

    private RememberedTokens thatExpireAt(Instant expires) {
        return new RememberedTokens(token -> {
            checks.incrementAndGet();
            return Jwt.withTokenValue(token)
                    .header("alg", "RS256")
                    .subject("ada")
                    .issuedAt(expires.minus(Duration.ofHours(1)))
                    .expiresAt(expires)
                    .build();
        });
    }

    @Test
    void aTokenIsCheckedOnceForManyRequestsAndAnotherForItself() {
        var tokens = thatExpireAt(Instant.now().plus(Duration.ofMinutes(5)));
        for (int request = 0; request < 10; request++) {
            assertThat(tokens.decode("one").getTokenValue()).isEqualTo("one");
        }
        assertThat(checks).hasValue(1);

        assertThat(tokens.decode("other").getTokenValue()).isEqualTo("other");
        assertThat(checks).hasValue(2);
    }

    @Test
    void aTokenThatHasExpiredIsCheckedEachTime() {
        var tokens = thatExpireAt(Instant.now().minus(Duration.ofSeconds(1)));
        tokens.decode("one");
        tokens.decode("one");
        assertThat(checks).hasValue(2);
    }

    @Test
    void aTokenIsRememberedNoLongerThanItIsInForce() {
        var tokens = thatExpireAt(Instant.now().plus(Duration.ofSeconds(1)));
        tokens.decode("one");
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            tokens.decode("one");
            return checks.get() > 1;
        });
    }
}
