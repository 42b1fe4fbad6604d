package org.probity.people.command;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.probity.command.Streams;
import org.probity.eventstore.KeyVault;
import org.probity.id.PersonId;
import org.probity.id.RegistrationClaimId;
import org.probity.people.command.RegistrationChange.OpenClaim;
import org.probity.people.event.Registration;
import org.springframework.stereotype.Component;

/**
 * The claims to registration numbers, so that one number is one person.
 *
 * <p>The stream of a claim has a random name that only the key vault can find by the number, and that it forgets when
 * the number is given up: numbers of seven digits are few enough to try them all against any hash that stays. A number
 * that is taken again is another claim.
 */
@Component
class RegistrationClaims {

    private final Streams streams;
    private final KeyVault vault;

    RegistrationClaims(Streams streams, KeyVault vault) {
        this.streams = streams;
        this.vault = vault;
    }

    /**
     * Opens the claims that change when a person's registration does: none if it stays the same.
     *
     * @throws org.probity.command.RuleRefusal {@code registration-taken} if the new number is somebody else's
     * @throws ConcurrencyException if the new number was given up a moment ago: decide again
     */
    RegistrationChange change(PersonId person, @Nullable Registration before, @Nullable Registration after) {
        if (Objects.equals(before, after)) {
            return new RegistrationChange(person, null, null);
        }
        Map<Registration, OpenClaim> open = new HashMap<>();
        Stream.of(before, after)
                .filter(Objects::nonNull)
                .map(number -> Map.entry(number, of(number)))
                .sorted(Comparator.comparing(claim -> claim.getValue().stream()))
                .forEach(claim -> open.put(claim.getKey(), open(claim.getValue())));
        OpenClaim taken = after == null ? null : open.get(after);
        if (taken != null) {
            if (taken.claim().invoke(RegistrationClaim::isGivenUp)) {
                vault.forget(taken.id().value());
                throw new ConcurrencyException("A number was given up and is to be forgotten");
            }
            taken.claim().execute(claim -> claim.mustBeFreeFor(person));
        }
        return new RegistrationChange(person, taken, before == null ? null : open.get(before));
    }

    private OpenClaim open(RegistrationClaimId id) {
        return new OpenClaim(id, streams.open(RegistrationClaim.class, id.stream()));
    }

    private RegistrationClaimId of(Registration number) {
        return new RegistrationClaimId(vault.pseudonym("registration", number.regulator() + "\n" + number.number()));
    }
}
