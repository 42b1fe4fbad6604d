package org.probity.board.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.board.command.MeetingRule.ROLL_NOT_DERIVED;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;
import static org.probity.establishment.command.EstablishmentRule.BOARD_OF_ANOTHER_BODY;
import static org.probity.people.event.Authority.BOARD_SECRETARY;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.board.command.MeetingCommand.*;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.event.BoardKind;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.MeetingEvent.*;
import org.probity.board.event.QuorumRule;
import org.probity.board.event.Roll;
import org.probity.board.event.RollMember;
import org.probity.board.event.TermsOfReference;
import org.probity.command.DomainFixture;
import org.probity.command.DomainFixture.Somebody;
import org.probity.establishment.command.EstablishmentRule;
import org.probity.establishment.event.EstablishmentEvent.*;
import org.probity.establishment.event.Programme;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.MatterKind;
import org.probity.id.MeetingId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;

class AdvisoryGroupMeetingTest {

    private static final StrandCode STROKE = new StrandCode("stroke");
    private static final Instant STARTS = Instant.parse("2026-03-10T14:00:00Z");
    private static final Term UNTIL_APRIL = term("2026-04-01");
    private static final Term FOR_LONG = term("2028-04-01");

    private final DomainFixture fixture = new DomainFixture();
    private final OrganisationCode body = newBody();
    private final BoardId group = new BoardId(UUID.randomUUID());
    private final EstablishmentId posts = new EstablishmentId(UUID.randomUUID());
    private final MeetingId meeting = new MeetingId(UUID.randomUUID());
    private final Somebody secretary = fixture.serving(body, BOARD_SECRETARY);
    private final PersonId lead = newPerson();
    private final PersonId sharing = newPerson();
    private final PersonId incumbent = newPerson();
    private final PersonId support = newPerson();

    @BeforeEach
    void a_group_of_leads() {
        fixture.given(
                        new BoardEstablished(
                                group, body, BoardKind.CLINICAL_ADVISORY_GROUP, "Advisory group", null, terms()),
                        new BoardMemberAssigned(
                                group, support, BoardCapacity.SUPPORT_STAFF, false, FOR_LONG, null, null, null),
                        new PostsEstablished(
                                posts, body, "Leads", Programme.SENIOR_CLINICAL_LEADS, 30, "two days", newPerson()),
                        new StrandAdded(posts, STROKE, "Stroke", 2, 2, List.of(1, 2), null),
                        filled(1, lead, FOR_LONG),
                        filled(1, sharing, FOR_LONG),
                        new IncumbentCarriedOver(
                                posts, 2, STROKE, incumbent, UNTIL_APRIL, "Board paper 13", "Same work", false))
                .given(secretary, new ConveneMeeting(meeting, group, STARTS, null))
                .at("2026-03-10T14:05:00Z");
    }

    @Test
    void the_roll_is_the_leads_in_post_on_the_day_and_who_is_not_confirmed_impartial_does_not_vote() {
        assertThat(rollOf(fixture.when(secretary, open(posts)).thenEvents()))
                .isEqualTo(new Roll(
                        List.of(
                                new RollMember(lead, BoardCapacity.CLINICAL_LEAD, 1),
                                new RollMember(sharing, BoardCapacity.CLINICAL_LEAD, 1),
                                new RollMember(incumbent, BoardCapacity.CLINICAL_LEAD, null),
                                new RollMember(support, BoardCapacity.SUPPORT_STAFF, null)),
                        1));
    }

    @Test
    void only_senior_clinical_leads_are_its_roll() {
        EstablishmentId learners = new EstablishmentId(UUID.randomUUID());
        fixture.given(new PostsEstablished(
                        learners, body, "Learners", Programme.ASPIRING_LEADERS, 120, "a day", newPerson()))
                .when(secretary, open(learners))
                .thenRefused(EstablishmentRule.NOT_OF_LEADS);
    }

    @Test
    void an_incumbent_who_is_confirmed_votes() {
        fixture.given(new IncumbentImpartialityConfirmed(posts, incumbent, newPerson(), 2, STROKE, null, UNTIL_APRIL));
        Roll roll = rollOf(fixture.when(secretary, open(posts)).thenEvents());
        assertThat(roll.votingSeats()).isEqualTo(2);
        assertThat(roll.of(incumbent).orElseThrow().votes()).isTrue();
    }

    @Test
    void a_lead_whose_term_has_expired_is_not_on_the_roll_though_nobody_said_so() {
        MeetingId later = new MeetingId(UUID.randomUUID());
        Instant inApril = Instant.parse("2026-04-10T14:00:00Z");
        fixture.given(secretary, new ConveneMeeting(later, group, inApril, null))
                .at("2026-04-10T14:05:00Z");
        Roll roll = rollOf(fixture.when(secretary, new OpenMeeting(later, inApril, List.of(), posts))
                .thenEvents());
        assertThat(roll.of(incumbent)).isEmpty();
    }

    @Test
    void opening_the_meeting_says_so_to_the_posts_and_the_board() {
        LocalDate day = LocalDate.parse("2026-03-10");
        fixture.when(secretary, open(posts))
                .thenAmongOthers(
                        new LeadsRollTaken(posts, group, meeting, day), new BoardRollTaken(group, meeting, day));
    }

    @Test
    void the_roll_is_read_from_posts_of_the_same_body_and_never_without_them() {
        fixture.when(secretary, open(null)).thenRefused(ROLL_NOT_DERIVED);
        EstablishmentId theirs = new EstablishmentId(UUID.randomUUID());
        fixture.given(new PostsEstablished(
                        theirs, newBody(), "Leads", Programme.SENIOR_CLINICAL_LEADS, 30, "two days", newPerson()))
                .when(secretary, open(theirs))
                .thenRefused(BOARD_OF_ANOTHER_BODY);
    }

    private OpenMeeting open(@Nullable EstablishmentId from) {
        return new OpenMeeting(meeting, STARTS, List.of(), from);
    }

    private PostFilled filled(int slot, PersonId person, Term term) {
        return new PostFilled(posts, slot, STROKE, person, new CampaignId(UUID.randomUUID()), term, null);
    }

    private static Roll rollOf(List<Object> events) {
        return events.stream()
                .filter(MeetingOpened.class::isInstance)
                .map(opened -> ((MeetingOpened) opened).roll())
                .findFirst()
                .orElseThrow();
    }

    private static Term term(String until) {
        return new Term(LocalDate.parse("2026-01-01"), LocalDate.parse(until));
    }

    private static TermsOfReference terms() {
        return new TermsOfReference(
                List.of(DecisionKind.ADVISE),
                List.of(new MatterKind("strategy")),
                new QuorumRule(1, 3),
                List.of(),
                false,
                3,
                true,
                null);
    }
}
