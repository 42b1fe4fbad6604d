package org.probity.campaign.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.campaign.command.CampaignScene.*;
import static org.probity.command.DomainFixture.newBody;
import static org.probity.command.DomainFixture.newPerson;
import static org.probity.people.event.Authority.APPOINTING_AUTHORITY;
import static org.probity.people.event.Authority.APPOINTMENTS_OFFICER;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.probity.campaign.command.AppointmentCommand.DecideAppointment;
import org.probity.command.Command;
import org.probity.command.DomainFixture;
import org.probity.command.DomainFixture.Somebody;
import org.probity.establishment.command.EstablishmentCommand.CarryOverIncumbent;
import org.probity.establishment.command.EstablishmentCommand.ChangeCap;
import org.probity.establishment.command.EstablishmentCommand.ExtendTerm;
import org.probity.establishment.event.EstablishmentEvent.*;
import org.probity.establishment.event.Programme;
import org.probity.event.Term;
import org.probity.id.CampaignId;
import org.probity.id.EstablishmentId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.people.event.PersonEvent.PersonRegistered;
import org.probity.people.event.Profession;

/**
 * An officer changes an establishment at the moment at which a competition holds a post of it for somebody: one of the
 * two is refused, and on no date are more posts filled or held than there are.
 */
class OccupancyRaceTest {

    private static final Term UNTIL_THE_OFFER_BEGINS = new Term(LocalDate.of(2026, 1, 1), TERM.from());

    private final DomainFixture fixture = new DomainFixture();
    private final OrganisationCode body = newBody();
    private final EstablishmentId establishment = new EstablishmentId(UUID.randomUUID());
    private final Somebody authority = fixture.serving(body, APPOINTING_AUTHORITY);
    private final Somebody officer = fixture.serving(body, APPOINTMENTS_OFFICER);
    private final PersonId lead = clinician();

    @RepeatedTest(50)
    void the_last_post_is_abolished_or_held() throws Exception {
        posts(2, 2);
        inPost(TERM);
        race(new ChangeCap(establishment, 1, "Fewer"), "cap-below-filled", "establishment-full");
    }

    @RepeatedTest(50)
    void the_only_post_of_a_strand_is_extended_to_its_holder_or_held_for_a_successor() throws Exception {
        posts(30, 1);
        inPost(UNTIL_THE_OFFER_BEGINS);
        race(extension(), "slot-taken", "strand-full");
    }

    @RepeatedTest(50)
    void the_only_post_of_an_establishment_is_extended_to_its_holder_or_held_for_a_successor() throws Exception {
        posts(1, 2);
        inPost(UNTIL_THE_OFFER_BEGINS);
        race(extension(), "slot-taken", "establishment-full");
    }

    @RepeatedTest(50)
    void the_last_post_goes_to_an_incumbent_or_is_held() throws Exception {
        posts(30, 1);
        var carryOver =
                new CarryOverIncumbent(establishment, STROKE, lead, TERM, "Board paper 12", "In post since 2024", null);
        race(carryOver, "strand-full", "strand-full");
    }

    private void race(Command change, String changeRefused, String offerRefused) throws Exception {
        DecideAppointment offer = offer();
        var together = new CyclicBarrier(2);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<@Nullable String> changed = threads.submit(refusalOf(officer, change, together));
            Future<@Nullable String> offered = threads.submit(refusalOf(authority, offer, together));
            if (changed.get() == null) {
                assertThat(offered.get()).isEqualTo(offerRefused);
            } else {
                assertThat(changed.get()).isEqualTo(changeRefused);
                assertThat(offered.get()).isNull();
            }
        }
        thenNoMorePostsAreTakenThanThereAre();
    }

    private Callable<@Nullable String> refusalOf(Somebody by, Command command, CyclicBarrier together) {
        return () -> {
            together.await();
            return fixture.when(by, command).refusedBy();
        };
    }

    private void thenNoMorePostsAreTakenThanThereAre() {
        int posts = 0;
        Map<PersonId, Taken> taken = new HashMap<>();
        for (Object event : fixture.eventsOf(establishment.stream())) {
            switch (event) {
                case PostsEstablished e -> posts = e.posts();
                case CapChanged e -> posts = e.posts();
                case IncumbentCarriedOver e -> taken.put(e.person(), new Taken(e.slot(), e.term()));
                case PostHeld e -> taken.put(e.person(), new Taken(e.slot(), e.term()));
                case TermExtended e ->
                    taken.put(e.person(), new Taken(e.slot(), new Term(UNTIL_THE_OFFER_BEGINS.from(), e.newUntil())));
                default -> {}
            }
        }
        for (Taken one : taken.values()) {
            List<Integer> thatDay = taken.values().stream()
                    .filter(other -> other.term().covers(one.term().from()))
                    .map(Taken::slot)
                    .toList();
            assertThat(thatDay).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(posts);
        }
    }

    private ExtendTerm extension() {
        return new ExtendTerm(establishment, lead, LocalDate.of(2027, 1, 1), "Continuity");
    }

    private DecideAppointment offer() {
        var campaign = new CampaignId(UUID.randomUUID());
        PersonId candidate = newPerson();
        fixture.given(PastEvents.opened(campaign, establishment, body))
                .given(PastEvents.recommended(campaign, List.of(candidate)));
        return new DecideAppointment(campaign, STROKE, List.of(candidate), List.of(), TERM, "The best");
    }

    private void posts(int posts, int ofTheStrand) {
        List<Integer> slots = IntStream.rangeClosed(1, ofTheStrand).boxed().toList();
        fixture.given(
                new PostsEstablished(
                        establishment, body, "Leads", Programme.SENIOR_CLINICAL_LEADS, posts, "two days", newPerson()),
                new StrandAdded(establishment, STROKE, "Stroke", ofTheStrand, ofTheStrand, slots, null));
    }

    private void inPost(Term term) {
        fixture.given(new IncumbentCarriedOver(
                establishment, 1, STROKE, lead, term, "Board paper 12", "In post since 2024", false));
    }

    private PersonId clinician() {
        PersonId person = newPerson();
        fixture.given(new PersonRegistered(person, "A clinician", null, Profession.GP, null, null, true));
        return person;
    }

    /** A slot that is filled or held for a term. */
    private record Taken(int slot, Term term) {}
}
