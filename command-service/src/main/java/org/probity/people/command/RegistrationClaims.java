package org.probity.people.command;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.probity.command.Streams;
import org.probity.id.PersonId;
import org.probity.id.RegistrationClaimId;
import org.probity.people.command.RegistrationChange.OpenClaim;
import org.probity.people.event.Registration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The claims to registration numbers, so that one number is one person.
 *
 * <p>Names the stream of a registration number without telling the number: HMAC-SHA-256 (RFC 2104) of regulator and
 * number. Keyed, because numbers of seven digits are few enough to try them all against a plain hash. The secret must
 * stay the same for the life of the log, else a number could be claimed twice.
 */
@Component
class RegistrationClaims {

    private static final String ALGORITHM = "HmacSHA256";

    private final Streams streams;
    private final SecretKeySpec secret;

    RegistrationClaims(Streams streams, @Value("${probity.registration-secret}") String secret) {
        this.streams = streams;
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /**
     * Opens the claims that change when a person's registration does: none if it stays the same.
     *
     * @throws org.probity.command.RuleRefusal {@code registration-taken} if the new number is somebody else's
     */
    RegistrationChange change(PersonId person, @Nullable Registration before, @Nullable Registration after) {
        if (Objects.equals(before, after)) {
            return new RegistrationChange(person, null, null);
        }
        Map<RegistrationClaimId, OpenClaim> open = new HashMap<>();
        Stream.of(before, after)
                .filter(Objects::nonNull)
                .map(this::of)
                .sorted(Comparator.comparing(RegistrationClaimId::stream))
                .forEach(id -> open.put(id, new OpenClaim(id, streams.open(RegistrationClaim.class, id.stream()))));
        OpenClaim taken = after == null ? null : open.get(of(after));
        if (taken != null) {
            taken.claim().execute(claim -> claim.mustBeFreeFor(person));
        }
        return new RegistrationChange(person, taken, before == null ? null : open.get(of(before)));
    }

    private RegistrationClaimId of(Registration registration) {
        String text = registration.regulator() + "\n" + registration.number();
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return new RegistrationClaimId(
                    HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }
}
