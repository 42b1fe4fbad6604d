package org.probity.establishment.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.probity.query.Story.ACUTE;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.probity.establishment.event.EstablishmentEvent.*;
import org.probity.event.Term;
import org.probity.id.PersonId;
import org.probity.people.event.Authority;
import org.probity.people.event.Profession;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;
import org.probity.query.Story;
import tools.jackson.databind.JsonNode;

/** Posts as known then, and as in force then. */
class EstablishmentReadsTest {

    private final ReadFixture fixture = new ReadFixture();
    private final Story story = new Story(fixture).posts();
    private final Somebody anybody = fixture.login(fixture.person(Profession.GP), Authority.CLINICIAN);

    private JsonNode establishment(String query) {
        return fixture.asks(anybody, "/api/establishments/" + story.establishment.value() + query)
                .ok();
    }

    @Test
    void inForceOnADayOnlyTermsThatCoverItCount() {
        LocalDate from = fixture.today().plusDays(30);
        fixture.given(new PostFilled(
                story.establishment,
                3,
                ACUTE,
                fixture.person(Profession.GP),
                story.campaign,
                new Term(from, from.plusYears(1)),
                null));

        assertThat(establishment("").path("filled").asInt()).as("taken").isEqualTo(1);
        assertThat(establishment("?inForceOn=" + from.minusDays(1))
                        .path("filled")
                        .asInt())
                .isZero();
        assertThat(establishment("?inForceOn=" + from).path("filled").asInt()).isEqualTo(1);
        assertThat(establishment("?inForceOn=" + from.plusYears(1))
                        .path("filled")
                        .asInt())
                .isZero();
    }

    @Test
    void aLateEntryIsInForceThenThoughItWasNotKnownThen() {
        LocalDate then = fixture.today();
        fixture.daysLater(10);
        story.incumbent(3, ACUTE, Profession.NURSE, new Term(then.minusDays(5), then.plusYears(1)));

        assertThat(establishment("?asAt=" + then).path("filled").asInt()).isZero();
        assertThat(establishment("?inForceOn=" + then).path("filled").asInt()).isEqualTo(1);
        assertThat(establishment("?asAt=" + then + "&inForceOn=" + then)
                        .path("filled")
                        .asInt())
                .isZero();
    }

    @Test
    void capsAndStrandsFollowTheirChanges() {
        fixture.given(
                new CapChanged(story.establishment, 6, "More money"),
                new StrandCapChanged(story.establishment, ACUTE, 3, List.of(5), List.of(), "More work"),
                new StrandClosed(story.establishment, Story.STROKE, "Merged"));

        JsonNode now = establishment("");
        assertThat(now.path("posts").asInt()).isEqualTo(6);
        assertThat(ReadFixture.each(now.path("strands"), "code")).containsExactly("acute");
        assertThat(now.path("strands").get(0).path("cap").asInt()).isEqualTo(3);
    }

    @Test
    void anExtendedTermEndsLater() {
        LocalDate until = fixture.today().plusDays(10);
        PersonId person = story.incumbent(
                3, ACUTE, Profession.NURSE, new Term(fixture.today().minusDays(1), until));
        fixture.given(new TermExtended(story.establishment, 3, ACUTE, person, until, until.plusDays(10), "Needed"));

        assertThat(establishment("?inForceOn=" + until).path("filled").asInt()).isEqualTo(1);
    }

    @Test
    void holdersAreShownByIdAndProfession() {
        PersonId person = story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(10));

        JsonNode holder =
                establishment("").path("strands").get(1).path("holders").get(0);
        assertThat(holder.path("person").asString()).isEqualTo(person.value().toString());
        assertThat(holder.path("profession").asString()).isEqualTo("NURSE");
        assertThat(holder.has("name")).isFalse();
    }

    @Test
    void howFarImpartialityHasComeIsForTheHolderAndThoseWhoServeTheBody() {
        PersonId person = story.incumbent(3, ACUTE, Profession.NURSE, story.endingIn(10));

        assertThat(isImpartialityClosed(anybody)).isTrue();
        assertThat(isImpartialityClosed(fixture.serving(ReadFixture.newBody(), Authority.APPOINTMENTS_OFFICER)))
                .isTrue();
        assertThat(isImpartialityClosed(fixture.serving(story.body, Authority.APPOINTMENTS_OFFICER)))
                .isFalse();
        assertThat(isImpartialityClosed(fixture.login(person, Authority.CLINICIAN)))
                .isFalse();
    }

    private boolean isImpartialityClosed(Somebody by) {
        return fixture.asks(by, "/api/establishments/" + story.establishment.value())
                .ok()
                .path("strands")
                .get(1)
                .path("holders")
                .get(0)
                .path("impartiality")
                .isNull();
    }

    @Test
    void eachTermAnIncumbentIsCarriedOverIntoIsConfirmedByItself() {
        Term present = story.endingIn(10);
        LocalDate next = fixture.today().plusDays(10);
        PersonId person = story.incumbent(3, ACUTE, Profession.NURSE, present);
        fixture.given(
                new IncumbentCarriedOver(
                        story.establishment,
                        3,
                        ACUTE,
                        person,
                        new Term(next, next.plusYears(2)),
                        "Board paper 40",
                        "In post",
                        false),
                new IncumbentImpartialityStated(story.establishment, person, "None to declare"),
                new IncumbentImpartialityConfirmed(
                        story.establishment, person, new PersonId(UUID.randomUUID()), 3, ACUTE, null, present));

        assertThat(impartiality("?inForceOn=" + fixture.today())).isEqualTo("CONFIRMED");
        assertThat(impartiality("?inForceOn=" + next)).isEqualTo("STATED");

        fixture.given(new IncumbentImpartialityStated(story.establishment, person, "None to declare, as before"));

        assertThat(impartiality("?inForceOn=" + fixture.today())).isEqualTo("CONFIRMED");
        assertThat(impartiality("?inForceOn=" + next)).isEqualTo("STATED");
    }

    private String impartiality(String query) {
        return fixture.asks(
                        fixture.serving(story.body, Authority.APPOINTMENTS_OFFICER),
                        "/api/establishments/" + story.establishment.value() + query)
                .ok()
                .path("strands")
                .get(1)
                .path("holders")
                .get(0)
                .path("impartiality")
                .asString();
    }
}
