package org.probity.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
class IdsTest {
    private static final UUID UUID_ONE = new UUID(0, 1);

    @ParameterizedTest
    @ValueSource(strings = {"stroke", "end-of-life", "2025-intake", "a", "a-1-b"})
    void aSlugIsLowerCaseWordsJoinedByHyphens(String slug) {
        assertThat(new StrandCode(slug).value()).isEqualTo(slug);
        assertThat(new CriterionCode(slug).value()).isEqualTo(slug);
        assertThat(new AimCode(slug).value()).isEqualTo(slug);
        assertThat(new MatterKind(slug).value()).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Stroke", "end of life", "-stroke", "stroke-", "end--of", "stroke\n", "stroké", "a_b"})
    void anythingElseIsNoSlug(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StrandCode(value))
                .withMessageStartingWith("a strand code is lower-case");
        assertThatIllegalArgumentException().isThrownBy(() -> new CriterionCode(value));
        assertThatIllegalArgumentException().isThrownBy(() -> new AimCode(value));
    }

    @Test
    void aSlugHasAtMostSixtyCharacters() {
        assertThatNoException().isThrownBy(() -> new StrandCode("a".repeat(60)));
        assertThatIllegalArgumentException().isThrownBy(() -> new StrandCode("a".repeat(61)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AB", "invs1", "INV S1", "ABCDEFGHIJK", "ÄBC"})
    void anOrganisationCodeIsThreeToTenCapitalsAndDigits(String value) {
        assertThat(new OrganisationCode("INVS1").stream()).isEqualTo("organisation/INVS1");
        assertThatIllegalArgumentException().isThrownBy(() -> new OrganisationCode(value));
    }

    @Test
    void aRefusedValueIsNotRepeated() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OrganisationCode("dr jane doe"))
                .withMessageNotContaining("jane");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RegistrationClaimId("GMC 1234567"))
                .withMessageNotContaining("1234567");
    }

    @Test
    void anAccountIsTheHashOfIssuerAndSubject() {
        assertThat(AccountId.of("https://issuer.example", "subject").value())
                .isEqualTo("53f90ae73c04bb50dd03f28ef742cfdd196ed326276d4d36e00cf86e08099804");
        assertThat(AccountId.of("a", "b")).isNotEqualTo(AccountId.of("a", "c"));
        assertThatIllegalArgumentException().isThrownBy(() -> new AccountId("subject"));
    }

    @Test
    void idsNameTheirStreams() {
        String uuid = UUID_ONE.toString();
        assertThat(new PersonId(UUID_ONE).stream()).isEqualTo("person/" + uuid);
        assertThat(new EstablishmentId(UUID_ONE).stream()).isEqualTo("establishment/" + uuid);
        assertThat(new CampaignId(UUID_ONE).stream()).isEqualTo("campaign/" + uuid);
        assertThat(new BoardId(UUID_ONE).stream()).isEqualTo("board/" + uuid);
        assertThat(new RefusalId(UUID_ONE).stream()).isEqualTo("refusal/" + uuid);
        assertThat(new RegistrationClaimId("abc").stream()).isEqualTo("registration/abc");
        assertThat(new ParticipationId(new CampaignId(UUID_ONE), new PersonId(new UUID(0, 2))).stream())
                .isEqualTo("participation/" + uuid + "/" + new UUID(0, 2));
    }
}
