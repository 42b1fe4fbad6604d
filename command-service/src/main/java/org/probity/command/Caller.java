package org.probity.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probity.id.AccountId;
import org.probity.id.BoardId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.probity.people.event.DutyScope;

/**
 * Who gives a command: a person behind an account, or the service itself.
 *
 * @param account the login, absent for automations and timers
 * @param person the person the account is linked to, if any
 * @param authorities what the token says the account may do
 * @param allowedBy the authorities that may give this command
 * @param duties for whom, as the log says; ended ones are left out
 * @param automation name of the automation or timer, absent for people
 */
public record Caller(
        @Nullable AccountId account,
        @Nullable PersonId person,
        Set<Authority> authorities,
        Set<Authority> allowedBy,
        List<DutyGranted> duties,
        @Nullable String automation) {

    /** Whether the service itself gives the command. */
    public boolean isAutomation() {
        return automation != null;
    }

    /** Whether the token carries an authority. */
    public boolean has(Authority authority) {
        return authorities.contains(authority);
    }

    /**
     * The person who gives the command.
     *
     * @throws NotPermitted if the account is linked to nobody
     */
    public PersonId asPerson() {
        return Optional.ofNullable(person).orElseThrow(() -> new NotPermitted("The account is linked to no person"));
    }

    /** Whether the person who gives the command is this one. */
    public boolean is(PersonId other) {
        return other.equals(person);
    }

    /**
     * Demands that the command comes from the person it is about.
     *
     * @throws NotPermitted if it comes from another
     */
    public void mustBe(PersonId other) {
        if (!isAutomation() && !is(other)) {
            throw new NotPermitted("Only the person themselves may do this");
        }
    }

    /**
     * Demands a duty, in force on the day, for a body: in one of the roles that may give this command and that
     * the token carries. Clinicians need none: a competition is open.
     *
     * @throws NotPermitted if there is none
     */
    public void mustServe(OrganisationCode body, LocalDate today) {
        mustServe(DutyScope.of(body), today);
    }

    /** The same for a duty for one board, or else for the body that the board serves. */
    public void mustServe(BoardId board, OrganisationCode body, LocalDate today) {
        if (!serves(DutyScope.of(board), today)) {
            mustServe(body, today);
        }
    }

    /** The same for a duty in a narrower scope, such as one board. */
    public void mustServe(DutyScope scope, LocalDate today) {
        if (!serves(scope, today)) {
            throw new NotPermitted("No duty for this body");
        }
    }

    /** Whether the command is given as any clinician may give it, for which nobody needs a duty. */
    public boolean actsAsClinician() {
        return allowedBy.contains(Authority.CLINICIAN) && has(Authority.CLINICIAN);
    }

    /** Whether {@link #mustServe(DutyScope, LocalDate)} would pass. */
    public boolean serves(DutyScope scope, LocalDate today) {
        return isAutomation()
                || actsAsClinician()
                || duties.stream()
                        .anyMatch(duty -> duty.scope().equals(scope)
                                && allowedBy.contains(duty.role())
                                && has(duty.role())
                                && duty.term().covers(today));
    }

    /**
     * Demands what it takes to change the register that all bodies share: a policy owner's token, because somebody must
     * begin, or a duty as appointments officer, in force on the day, for some body.
     *
     * @throws NotPermitted if there is neither
     */
    public void mustKeepTheRegister(LocalDate today) {
        boolean officer = has(Authority.APPOINTMENTS_OFFICER)
                && duties.stream()
                        .anyMatch(duty -> duty.role() == Authority.APPOINTMENTS_OFFICER
                                && duty.scope().body().isPresent()
                                && duty.term().covers(today));
        if (!isAutomation() && !has(Authority.POLICY_OWNER) && !officer) {
            throw new NotPermitted("No duty for any body");
        }
    }

    /** Whether the caller has a duty in one role, for commands that people of several roles may give. */
    public boolean servesAs(Authority role, DutyScope scope, LocalDate today) {
        return has(role)
                && duties.stream()
                        .anyMatch(duty -> duty.scope().equals(scope)
                                && duty.role() == role
                                && duty.term().covers(today));
    }
}
