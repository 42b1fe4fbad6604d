package org.probity.people.query;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyScope;
import org.probity.people.query.PeopleTables.Duty;

/**
 * Who asks, now: what may be seen of an earlier state is judged by what somebody may see today. A login that is linked
 * to nobody serves nobody, as a reviewer either: nobody could tell which recusals and cases of their own it must keep.
 *
 * @param authorities what the token carries
 * @param person the person behind the account; null if it is linked to nobody
 * @param duties all duties of that person
 */
public record Asker(Set<Authority> authorities, @Nullable PersonId person, List<Duty> duties, LocalDate today) {

    /** Roles that belong to no body and need no duty to read: reviewers read everything. */
    private static final Set<Authority> OF_NO_BODY =
            Set.of(Authority.GOVERNANCE_REVIEWER, Authority.DATA_PROTECTION_OFFICER);

    /** Whether this person asks. */
    public boolean is(PersonId other) {
        return other.equals(person);
    }

    /** Whether a reviewer asks. */
    public boolean isReviewer() {
        return serves(Authority.GOVERNANCE_REVIEWER);
    }

    /** Whether a reviewer asks, or somebody with a duty in force for this body in a role that the token carries. */
    public boolean servesBody(OrganisationCode body) {
        String subject = DutyScope.of(body).subject();
        return isReviewer()
                || authorities.stream().flatMap(this::inForce).anyMatch(duty -> duty.scope()
                        .equals(subject));
    }

    /** Whether the token carries the role and a duty in it for a body as a whole is in force. */
    public boolean servesSomeBody(Authority role) {
        return authorities.contains(role)
                && inForce(role)
                        .anyMatch(duty -> new DutyScope(duty.scope()).body().isPresent());
    }

    /** Whether the token carries the role and, unless it belongs to no body, a duty in it for any subject is in force. */
    public boolean serves(Authority role) {
        return servesNoBody(role)
                || (authorities.contains(role) && inForce(role).findAny().isPresent());
    }

    /** Whether the token carries the role and, unless it belongs to no body, a duty in it for one of the scopes is in force. */
    public boolean serves(Authority role, DutyScope... scopes) {
        return servesNoBody(role)
                || (authorities.contains(role)
                        && inForce(role).anyMatch(duty -> Stream.of(scopes)
                                .anyMatch(scope -> scope.subject().equals(duty.scope()))));
    }

    private boolean servesNoBody(Authority role) {
        return person != null && OF_NO_BODY.contains(role) && authorities.contains(role);
    }

    private Stream<Duty> inForce(Authority role) {
        return duties.stream().filter(duty -> duty.role() == role && duty.term().covers(today));
    }
}
