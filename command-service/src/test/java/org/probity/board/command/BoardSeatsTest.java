package org.probity.board.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.audit.event.RefusalEvent.CommandRejected;
import org.probity.automation.RunningService;
import org.probity.board.command.BoardCommand.SeatLead;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.event.BoardKind;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.Post;
import org.probity.board.event.QuorumRule;
import org.probity.board.event.TermsOfReference;
import org.probity.command.CommandDispatch;
import org.probity.establishment.event.EstablishmentEvent.*;
import org.probity.establishment.event.Programme;
import org.probity.establishment.event.VacancyCause;
import org.probity.event.Term;
import org.probity.id.BoardId;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.id.StrandCode;

/** Automations of the context, running. */
class BoardSeatsTest {

    private static final StrandCode STROKE = new StrandCode("stroke");
    private static final StrandCode CANCER = new StrandCode("cancer");
    private static final StrandCode HEART = new StrandCode("heart");
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);
    private static final LocalDate APRIL_2028 = LocalDate.of(2028, 4, 1);
    private static final Term FROM_APRIL = new Term(APRIL, APRIL_2028);

    private final RunningService service = new RunningService();
    private final OrganisationCode body = newBody();
    private final BoardId board = new BoardId(UUID.randomUUID());
    private final EstablishmentId posts = new EstablishmentId(UUID.randomUUID());
    private final PersonId lead = newPerson();

    @BeforeEach
    void a_strand_that_maps_to_a_board() {
        service.exampleStartsAt("2026-03-01T09:00:00Z")
                .given(
                        new BoardEstablished(
                                board,
                                body,
                                BoardKind.PATHWAY_DELIVERY_BOARD,
                                "Stroke delivery board",
                                null,
                                new TermsOfReference(
                                        List.of(DecisionKind.DECIDE),
                                        List.of(),
                                        new QuorumRule(1, 3),
                                        List.of(),
                                        true,
                                        3,
                                        true,
                                        8)),
                        new PostsEstablished(
                                posts, body, "Leads", Programme.SENIOR_CLINICAL_LEADS, 30, "two days", newPerson()),
                        new StrandAdded(posts, STROKE, "Stroke", 2, 2, List.of(1, 2), board),
                        new StrandAdded(posts, CANCER, "Cancer", 2, 2, List.of(3, 4), null));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void a_lead_takes_the_seat_mapped_to_their_strand_when_the_post_begins() {
        service.given(filled(FROM_APRIL)).whenQuiet();

        assertThat(onTheBoard()).containsExactly(seated(FROM_APRIL));
    }

    @Test
    void two_who_share_a_post_sit_by_the_same_post() {
        PersonId other = newPerson();
        service.given(
                        filled(FROM_APRIL),
                        new PostFilled(posts, 1, STROKE, other, new CampaignId(UUID.randomUUID()), FROM_APRIL, board))
                .whenQuiet();

        assertThat(onTheBoard())
                .containsExactly(
                        seated(FROM_APRIL),
                        new BoardMemberAssigned(
                                board,
                                other,
                                BoardCapacity.CLINICAL_LEAD,
                                true,
                                FROM_APRIL,
                                STROKE,
                                new Post(posts, 1),
                                null));
    }

    @Test
    void a_strand_without_a_board_gives_no_seat() {
        service.given(new PostFilled(posts, 3, CANCER, lead, new CampaignId(UUID.randomUUID()), FROM_APRIL, null))
                .whenQuiet();

        assertThat(onTheBoard()).isEmpty();
        assertThat(service.refusals()).isEmpty();
    }

    @Test
    void an_incumbent_sits_from_the_day_they_are_confirmed_and_not_before() {
        var sinceJanuary = new Term(LocalDate.of(2026, 1, 1), APRIL_2028);
        service.given(carriedOver(sinceJanuary)).whenQuiet();
        assertThat(onTheBoard()).isEmpty();

        service.clockAdvancesTo("2026-04-11T09:00:00Z")
                .given(confirmed(sinceJanuary))
                .whenQuiet();

        assertThat(onTheBoard()).containsExactly(seated(new Term(LocalDate.of(2026, 4, 11), APRIL_2028)));
    }

    @Test
    void an_incumbent_whose_impartiality_is_withheld_again_loses_the_seat() {
        service.given(carriedOver(FROM_APRIL), confirmed(FROM_APRIL))
                .whenQuiet()
                .clockAdvancesTo("2026-06-01T09:00:00Z")
                .given(new IncumbentImpartialityWithheld(posts, lead, newPerson(), "An undisclosed company"))
                .whenQuiet();

        assertThat(onTheBoard()).containsExactly(seated(FROM_APRIL), ended(LocalDate.of(2026, 6, 1), STROKE));
    }

    @Test
    void an_incumbent_who_changed_to_another_strand_of_the_board_loses_the_present_seat() {
        LocalDate may = LocalDate.of(2026, 5, 1);
        var inStroke = new Term(APRIL, may);
        var inHeart = new Term(may, APRIL_2028);
        service.given(
                        new StrandAdded(posts, HEART, "Heart", 2, 2, List.of(5, 6), board),
                        carriedOver(inStroke),
                        confirmed(inStroke))
                .whenQuiet()
                .clockAdvancesTo("2026-05-01T09:00:00Z")
                .given(
                        new IncumbentCarriedOver(posts, 5, HEART, lead, inHeart, "Board paper 13", "Same work", false),
                        new IncumbentImpartialityConfirmed(posts, lead, newPerson(), 5, HEART, board, inHeart))
                .whenQuiet()
                .clockAdvancesTo("2026-06-01T09:00:00Z")
                .given(new IncumbentImpartialityWithheld(posts, lead, newPerson(), "An undisclosed company"))
                .whenQuiet();

        assertThat(onTheBoard()).endsWith(ended(LocalDate.of(2026, 6, 1), HEART));
    }

    @Test
    void a_seat_by_competition_stays_when_the_impartiality_of_an_earlier_incumbency_is_withheld() {
        LocalDate may = LocalDate.of(2026, 5, 1);
        var byCompetition = new Term(may, APRIL_2028);
        service.given(
                        new StrandAdded(posts, HEART, "Heart", 2, 2, List.of(5, 6), board),
                        carriedOver(new Term(APRIL, may)),
                        confirmed(new Term(APRIL, may)),
                        new PostFilled(posts, 5, HEART, lead, new CampaignId(UUID.randomUUID()), byCompetition, board))
                .whenQuiet()
                .clockAdvancesTo("2026-06-01T09:00:00Z")
                .given(new IncumbentImpartialityWithheld(posts, lead, newPerson(), "An undisclosed company"))
                .whenQuiet();

        assertThat(onTheBoard())
                .containsExactly(
                        seated(new Term(APRIL, may)),
                        new BoardMemberAssigned(
                                board,
                                lead,
                                BoardCapacity.CLINICAL_LEAD,
                                true,
                                byCompetition,
                                HEART,
                                new Post(posts, 5),
                                null));
        assertThat(service.refusals()).isEmpty();
    }

    @Test
    void the_seat_ends_when_the_post_is_vacated() {
        service.given(filled(FROM_APRIL), vacated()).whenQuiet();

        assertThat(onTheBoard()).containsExactly(seated(FROM_APRIL), ended(LocalDate.of(2027, 1, 1), STROKE));
    }

    @Test
    void a_later_seat_of_another_post_stays_when_a_post_is_vacated() {
        var later = new Term(APRIL_2028, LocalDate.of(2030, 4, 1));
        service.given(
                        new StrandAdded(posts, HEART, "Heart", 2, 2, List.of(5, 6), board),
                        filled(FROM_APRIL),
                        new PostFilled(posts, 5, HEART, lead, new CampaignId(UUID.randomUUID()), later, board),
                        vacated())
                .whenQuiet()
                .given(new PostVacated(
                        posts, 5, HEART, lead, LocalDate.of(2029, 1, 1), VacancyCause.RESIGNED, "Moving"))
                .whenQuiet();

        assertThat(onTheBoard())
                .endsWith(ended(LocalDate.of(2027, 1, 1), STROKE), ended(LocalDate.of(2029, 1, 1), HEART));
    }

    @Test
    void an_incumbent_without_a_seat_leaves_without_one() {
        service.given(carriedOver(FROM_APRIL), vacated()).whenQuiet();

        assertThat(onTheBoard()).isEmpty();
        assertThat(service.refusals()).isEmpty();
    }

    @Test
    void the_seat_is_extended_with_the_term_of_the_post() {
        LocalDate later = LocalDate.of(2029, 4, 1);
        service.given(filled(FROM_APRIL), new TermExtended(posts, 1, STROKE, lead, APRIL_2028, later, "Continuity"))
                .whenQuiet();

        assertThat(onTheBoard())
                .containsExactly(seated(FROM_APRIL), new BoardMembershipExtended(board, lead, APRIL_2028, later));
    }

    @Test
    void a_seat_that_was_ended_stays_ended_when_the_post_is_extended() {
        var left = new BoardMembershipEnded(board, lead, LocalDate.of(2027, 1, 1), "Steps back from the board", null);
        service.given(filled(FROM_APRIL))
                .whenQuiet()
                .given(
                        left,
                        new TermExtended(posts, 1, STROKE, lead, APRIL_2028, LocalDate.of(2029, 4, 1), "Continuity"))
                .whenQuiet();

        assertThat(onTheBoard()).containsExactly(seated(FROM_APRIL), left);
        assertThat(service.refusals())
                .singleElement()
                .isInstanceOfSatisfying(CommandRejected.class, rejected -> assertThat(rejected.rule())
                        .isEqualTo(BoardRule.SEAT_NOT_EXTENDED.code()));
    }

    @Test
    void a_seat_that_was_given_by_hand_lasts_as_long_as_the_post_it_relies_on() {
        LocalDate later = LocalDate.of(2029, 4, 1);
        var seat =
                new BoardMemberAssigned(board, lead, BoardCapacity.CLINICAL_LEAD, true, FROM_APRIL, CANCER, null, null);
        service.given(
                        new PostFilled(posts, 3, CANCER, lead, new CampaignId(UUID.randomUUID()), FROM_APRIL, null),
                        new LeadSeated(posts, lead, CANCER, board, FROM_APRIL),
                        seat,
                        new TermExtended(posts, 3, CANCER, lead, APRIL_2028, later, "Continuity"),
                        new PostVacated(
                                posts, 3, CANCER, lead, LocalDate.of(2027, 1, 1), VacancyCause.RESIGNED, "Moving"))
                .whenQuiet();

        assertThat(onTheBoard())
                .containsExactly(
                        seat,
                        new BoardMembershipExtended(board, lead, APRIL_2028, later),
                        ended(LocalDate.of(2027, 1, 1), CANCER));
    }

    @Test
    void an_automation_that_died_before_it_noted_its_event_acts_once() {
        service.given(filled(FROM_APRIL), vacated()).whenQuiet();
        long head = service.head();

        service.stop();
        service.database().sql("delete from axon.token_entry").update();
        service.start().whenQuiet();

        assertThat(service.head()).isEqualTo(head);
        assertThat(onTheBoard()).hasSize(2);
        assertThat(service.refusals()).isEmpty();
    }

    @Test
    void what_happened_while_the_service_was_stopped_is_answered_when_it_starts() {
        service.whenQuiet();
        service.the(EventProcessingConfiguration.class)
                .eventProcessors()
                .values()
                .forEach(EventProcessor::shutDown);
        service.given(filled(FROM_APRIL));
        assertThat(onTheBoard()).isEmpty();

        service.stop().start().whenQuiet();

        assertThat(onTheBoard()).containsExactly(seated(FROM_APRIL));
    }

    @Test
    void a_command_given_before_the_crash_is_the_one_given_after_it() {
        service.the(EventProcessingConfiguration.class)
                .eventProcessors()
                .values()
                .forEach(EventProcessor::shutDown);
        service.given(filled(FROM_APRIL));
        String cause = service.database()
                .sql("select event_id from log.event where type = 'PostFilled'")
                .query(UUID.class)
                .single()
                .toString();
        service.the(CommandDispatch.class)
                .give("WhenPostIsFilledThenSeatLead", new SeatLead(board, lead, posts, STROKE, FROM_APRIL), cause);
        assertThat(onTheBoard()).hasSize(1);

        service.stop().start().whenQuiet();

        assertThat(onTheBoard()).containsExactly(seated(FROM_APRIL));
        assertThat(service.refusals()).isEmpty();
    }

    private List<Object> onTheBoard() {
        return service.eventsOf(board.stream()).stream().skip(1).toList();
    }

    private BoardMemberAssigned seated(Term term) {
        return new BoardMemberAssigned(
                board, lead, BoardCapacity.CLINICAL_LEAD, true, term, STROKE, new Post(posts, 1), null);
    }

    private BoardMembershipEnded ended(LocalDate on, StrandCode strand) {
        return new BoardMembershipEnded(board, lead, on, null, strand);
    }

    private PostFilled filled(Term term) {
        return new PostFilled(posts, 1, STROKE, lead, new CampaignId(UUID.randomUUID()), term, board);
    }

    private IncumbentCarriedOver carriedOver(Term term) {
        return new IncumbentCarriedOver(posts, 1, STROKE, lead, term, "Board paper 12", "In post since 2024", false);
    }

    private IncumbentImpartialityConfirmed confirmed(Term term) {
        return new IncumbentImpartialityConfirmed(posts, lead, newPerson(), 1, STROKE, board, term);
    }

    private PostVacated vacated() {
        return new PostVacated(posts, 1, STROKE, lead, LocalDate.of(2027, 1, 1), VacancyCause.RESIGNED, "Moving away");
    }
}
