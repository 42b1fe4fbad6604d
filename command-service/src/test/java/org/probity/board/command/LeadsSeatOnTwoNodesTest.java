package org.probity.board.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.probity.automation.RunningService;
import org.probity.board.command.BoardCommand.AssignToBoard;
import org.probity.board.event.BoardCapacity;
import org.probity.board.event.BoardEvent.*;
import org.probity.board.event.BoardKind;
import org.probity.board.event.DecisionKind;
import org.probity.board.event.Post;
import org.probity.board.event.QuorumRule;
import org.probity.board.event.TermsOfReference;
import org.probity.command.Command;
import org.probity.command.CommandDispatch;
import org.probity.establishment.command.EstablishmentCommand.VacatePost;
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
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;

/**
 * A lead is given a seat by hand on one node while, on another, their post is vacated: the seat is refused, or it ends
 * with the post.
 */
class LeadsSeatOnTwoNodesTest {

    private static final StrandCode STROKE = new StrandCode("stroke");
    private static final Term TERM = new Term(LocalDate.of(2026, 4, 1), LocalDate.of(2028, 4, 1));
    private static final CampaignId COMPETITION = new CampaignId(UUID.randomUUID());
    private static final LocalDate LEAVES = LocalDate.of(2027, 1, 1);

    private static RunningService node;
    private static RunningService otherNode;

    private final OrganisationCode body = newBody();
    private final BoardId board = new BoardId(UUID.randomUUID());
    private final EstablishmentId posts = new EstablishmentId(UUID.randomUUID());
    private final PersonId lead = newPerson();

    @BeforeAll
    static void start() {
        node = new RunningService();
        otherNode = node.anotherNode();
        node.exampleStartsAt("2026-03-01T09:00:00Z");
    }

    @AfterAll
    static void stop() {
        otherNode.close();
        node.close();
    }

    @RepeatedTest(50)
    void no_seat_outlasts_the_post_it_was_given_for() throws Exception {
        node.given(
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
                new StrandAdded(posts, STROKE, "Stroke", 1, 1, List.of(1), board),
                new PersonRegistered(lead, "A clinician", null, Profession.GP, null, null, true),
                new PostHeld(posts, 1, STROKE, lead, COMPETITION, TERM),
                new PostFilled(posts, 1, STROKE, lead, COMPETITION, TERM, null));
        var together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> seat = threads.submit(give(
                    node,
                    new AssignToBoard(board, lead, BoardCapacity.CLINICAL_LEAD, true, TERM, STROKE, posts, null),
                    together));
            Future<Boolean> vacate = threads.submit(give(
                    otherNode, new VacatePost(posts, lead, LEAVES, VacancyCause.RESIGNED, "Moving away"), together));
            assertThat(List.of(seat.get(), vacate.get())).containsOnly(true);
        }
        node.whenQuiet();

        assertThat(node.eventsOf(posts.stream())).hasAtLeastOneElementOfType(PostVacated.class);
        List<Object> seats = node.eventsOf(board.stream()).stream().skip(1).toList();
        if (!seats.isEmpty()) {
            assertThat(seats)
                    .containsExactly(
                            new BoardMemberAssigned(
                                    board,
                                    lead,
                                    BoardCapacity.CLINICAL_LEAD,
                                    true,
                                    TERM,
                                    STROKE,
                                    new Post(posts, 1),
                                    null),
                            new BoardMembershipEnded(board, lead, LEAVES, null, STROKE));
        }
    }

    private Callable<Boolean> give(RunningService on, Command command, CyclicBarrier together) {
        return () -> {
            together.await();
            on.the(CommandDispatch.class).give("race", command, posts.stream());
            return true;
        };
    }
}
