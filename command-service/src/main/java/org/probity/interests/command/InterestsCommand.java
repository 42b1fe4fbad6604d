package org.probity.interests.command;

import static org.probity.people.event.Authority.APPOINTING_AUTHORITY;
import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;
import static org.probity.people.event.Authority.BOARD_CHAIR;
import static org.probity.people.event.Authority.BOARD_MEMBER;
import static org.probity.people.event.Authority.BOARD_SECRETARY;
import static org.probity.people.event.Authority.CLINICIAN;
import static org.probity.people.event.Authority.COMMISSIONER;
import static org.probity.people.event.Authority.DATA_PROTECTION_OFFICER;
import static org.probity.people.event.Authority.GOVERNANCE_REVIEWER;
import static org.probity.people.event.Authority.PANEL_MEMBER;
import static org.probity.people.event.Authority.POLICY_OWNER;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.probity.command.By;
import org.probity.command.Command;
import org.probity.event.Term;
import org.probity.id.InterestId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.interests.event.InterestCategory;
import org.probity.interests.event.InterestsEvent;
import org.probity.interests.event.NamedBody;

/** What people say of their own interests. Whatever authority they hold, they may: everybody has to declare. */
public sealed interface InterestsCommand extends Command {

    PersonId person();

    @Override
    default String subject() {
        return InterestsEvent.streamOf(person());
    }

    /**
     * Either an organisation or a named body is the subject of the interest, never both; of a gift or hospitality it is
     * who gave it.
     *
     * @param arose the day from which the person had to declare it: as it began, or as they took up what it bears on
     * @param inForce when the interest is there
     * @param estimatedPounds what a gift or hospitality is worth in whole pounds, as far as known
     */
    @By({
        APPOINTMENTS_OFFICER,
        PANEL_MEMBER,
        APPOINTING_AUTHORITY,
        BOARD_SECRETARY,
        BOARD_CHAIR,
        BOARD_MEMBER,
        CLINICIAN,
        COMMISSIONER,
        GOVERNANCE_REVIEWER,
        DATA_PROTECTION_OFFICER,
        POLICY_OWNER
    })
    record DeclareInterest(
            PersonId person,
            InterestId interest,
            InterestCategory category,
            @Nullable OrganisationCode organisation,
            @Nullable NamedBody namedBody,
            String description,
            LocalDate arose,
            Term inForce,
            @Nullable Integer estimatedPounds)
            implements InterestsCommand {

        /**
         * @throws IllegalArgumentException when the value is negative
         */
        public DeclareInterest {
            if (estimatedPounds != null && estimatedPounds < 0) {
                throw new IllegalArgumentException("a value is not negative");
            }
        }
    }

    /** The person has nothing to declare. */
    @By({
        APPOINTMENTS_OFFICER,
        PANEL_MEMBER,
        APPOINTING_AUTHORITY,
        BOARD_SECRETARY,
        BOARD_CHAIR,
        BOARD_MEMBER,
        CLINICIAN,
        COMMISSIONER,
        GOVERNANCE_REVIEWER,
        DATA_PROTECTION_OFFICER,
        POLICY_OWNER
    })
    record MakeNilDeclaration(PersonId person) implements InterestsCommand {}

    /** What was declared still stands. */
    @By({
        APPOINTMENTS_OFFICER,
        PANEL_MEMBER,
        APPOINTING_AUTHORITY,
        BOARD_SECRETARY,
        BOARD_CHAIR,
        BOARD_MEMBER,
        CLINICIAN,
        COMMISSIONER,
        GOVERNANCE_REVIEWER,
        DATA_PROTECTION_OFFICER,
        POLICY_OWNER
    })
    record RenewDeclaration(PersonId person) implements InterestsCommand {}

    /** {@code on} is the first day without the interest. */
    @By({
        APPOINTMENTS_OFFICER,
        PANEL_MEMBER,
        APPOINTING_AUTHORITY,
        BOARD_SECRETARY,
        BOARD_CHAIR,
        BOARD_MEMBER,
        CLINICIAN,
        COMMISSIONER,
        GOVERNANCE_REVIEWER,
        DATA_PROTECTION_OFFICER,
        POLICY_OWNER
    })
    record CeaseInterest(PersonId person, InterestId interest, LocalDate on) implements InterestsCommand {}
}
