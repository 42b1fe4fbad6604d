package org.probity.people.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.event.Term;
import org.probity.id.CampaignId;
import org.probity.id.DutyId;
import org.probity.id.OrganisationCode;
import org.probity.id.PersonId;
import org.probity.people.event.Authority;
import org.probity.people.event.DutyEvent.DutyEnded;
import org.probity.people.event.DutyEvent.DutyGranted;
import org.probity.people.event.DutyScope;
import org.probity.people.event.PersonEvent.*;
import org.probity.people.event.Profession;
import org.probity.query.ReadFixture;
import org.probity.query.ReadFixture.Somebody;
import tools.jackson.databind.JsonNode;

/** Who sees what of a person. */
class PeopleReadsTest {

    private final ReadFixture fixture = new ReadFixture();
    private final OrganisationCode body = ReadFixture.newBody();
    private final PersonId person = fixture.person(Profession.GP);

    private JsonNode seenBy(Somebody somebody, String query) {
        return fixture.asks(somebody, "/api/people/" + person.value() + query).ok();
    }

    @ParameterizedTest
    @EnumSource(
            value = Authority.class,
            names = {"APPOINTMENTS_OFFICER", "DATA_PROTECTION_OFFICER", "GOVERNANCE_REVIEWER"})
    void contactDataGoesToWhoeverNeedsIt(Authority authority) {
        assertThat(seenBy(fixture.serving(body, authority), "").path("contact").asString())
                .endsWith("@example.org");
    }

    @Test
    void contactDataGoesToThePersonThemselves() {
        assertThat(seenBy(fixture.login(person, Authority.CLINICIAN), "")
                        .path("contact")
                        .isNull())
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Authority.class,
            names = {"CLINICIAN", "BOARD_SECRETARY", "PANEL_MEMBER", "COMMISSIONER"})
    void othersSeeTheNameButNoContactData(Authority authority) {
        JsonNode seen = seenBy(fixture.serving(body, authority), "");

        assertThat(seen.path("name").asString()).startsWith("Invented Person");
        assertThat(seen.path("contact").isNull()).isTrue();
        assertThat(seen.path("duties").isNull()).isTrue();
    }

    @Test
    void anOfficerOfOneCampaignSeesNoContactDataAndSearchesForNobody() {
        Somebody officer = fixture.login(fixture.person(Profession.MANAGER), Authority.APPOINTMENTS_OFFICER);
        fixture.given(new DutyGranted(
                officer.person(),
                new DutyId(UUID.randomUUID()),
                Authority.APPOINTMENTS_OFFICER,
                DutyScope.of(new CampaignId(UUID.randomUUID())),
                new Term(fixture.today().minusDays(10), null)));

        JsonNode seen = seenBy(officer, "");
        assertThat(seen.path("contact").isNull()).isTrue();
        assertThat(seen.path("registration").isNull()).isTrue();
        fixture.asks(officer, "/api/people?name=a").isProblem(403, "not-permitted");
    }

    @Test
    void aRetentionHoldIsSeenByWhoeverSeesDuties() {
        fixture.given(new RetentionHoldPlaced(person, "Complaint"));

        assertThat(seenBy(fixture.serving(body, Authority.CLINICIAN), "")
                        .path("retentionHold")
                        .isNull())
                .isTrue();
        for (Somebody open : new Somebody[] {
            fixture.serving(body, Authority.APPOINTMENTS_OFFICER), fixture.login(person, Authority.CLINICIAN)
        }) {
            assertThat(seenBy(open, "").path("retentionHold").asBoolean()).isTrue();
        }
    }

    @Test
    void anOfficerWhoseDutyHasEndedSeesNoContactData() {
        var duty = new DutyId(UUID.randomUUID());
        Somebody officer = fixture.login(fixture.person(Profession.MANAGER), Authority.APPOINTMENTS_OFFICER);
        fixture.given(new DutyGranted(
                officer.person(),
                duty,
                Authority.APPOINTMENTS_OFFICER,
                DutyScope.of(body),
                new Term(fixture.today().minusDays(10), null)));
        assertThat(seenBy(officer, "").path("contact").isNull()).isFalse();

        fixture.given(new DutyEnded(officer.person(), duty, fixture.today(), "Moved"));
        assertThat(seenBy(officer, "").path("contact").isNull()).isTrue();
    }

    @Test
    void anAmendedPersonIsReadAsBeforeAtAnEarlierPosition() {
        Somebody officer = fixture.serving(body, Authority.APPOINTMENTS_OFFICER);
        long before = fixture.given(new RetentionHoldPlaced(person, "Complaint"));
        fixture.given(new PersonAmended(person, "Other Name", null, Profession.NURSE, null, null, false));

        assertThat(seenBy(officer, "").path("name").asString()).isEqualTo("Other Name");
        assertThat(seenBy(officer, "").path("retentionHold").asBoolean()).isTrue();
        assertThat(seenBy(officer, "?atPosition=" + before).path("profession").asString())
                .isEqualTo("GP");
    }

    @Test
    void anErasedPersonIsErasedAtEveryPosition() {
        Somebody officer = fixture.serving(body, Authority.APPOINTMENTS_OFFICER);
        long before = fixture.given(new RetentionHoldLifted(person));
        fixture.given(new PersonErased(person, null));

        assertThat(seenBy(officer, "").path("erased").asBoolean()).isTrue();
        JsonNode earlier = seenBy(officer, "?atPosition=" + before);
        assertThat(earlier.path("name").isNull()).isTrue();
        assertThat(earlier.path("contact").isNull()).isTrue();
    }

    @Test
    void theNameOfAFormerOfficeHolderStaysAtEveryPosition() {
        Somebody officer = fixture.serving(body, Authority.APPOINTMENTS_OFFICER);
        long before = fixture.given(new RetentionHoldLifted(person));
        fixture.given(new PersonErased(person, "Dr Ada Invented"));

        for (String moment : new String[] {"", "?atPosition=" + before}) {
            assertThat(seenBy(officer, moment).path("name").asString()).isEqualTo("Dr Ada Invented");
            assertThat(seenBy(officer, moment).path("contact").isNull()).isTrue();
        }
    }

    @Test
    void officersFindPeopleByTheBeginningOfAName() {
        Somebody officer = fixture.serving(body, Authority.APPOINTMENTS_OFFICER);
        fixture.given(new PersonAmended(person, "Quill O'Feather 100%", null, Profession.GP, null, null, true));

        for (String name : new String[] {"quill", "O'Fea", "100%25"}) {
            assertThat(ReadFixture.each(
                            fixture.asks(officer, "/api/people?name=" + name)
                                    .ok()
                                    .path("items"),
                            "id"))
                    .as(name)
                    .containsExactly(person.value().toString());
        }
        assertThat(fixture.asks(officer, "/api/people?name=%25")
                        .ok()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void othersDoNotSearchForPeople() {
        fixture.asks(fixture.serving(body, Authority.CLINICIAN), "/api/people?name=a")
                .isProblem(403, "not-permitted");
    }
}
