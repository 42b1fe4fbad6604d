package org.probity.people.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.probity.id.BoardId;
import org.probity.id.CampaignId;
import org.probity.id.OrganisationCode;

@NullMarked
class RegistrationTest {

    @ParameterizedTest
    @CsvSource({"GMC, 1234567", "NMC, 12A3456B", "GPHC, 2012345", "HCPC, PH1", "HCPC, OT123456", "GDC, 1", "GDC, 123456"
    })
    void aNumberInTheFormOfItsRegulatorIsAccepted(Regulator regulator, String number) {
        assertThat(new Registration(regulator, number).number()).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "GMC, 123456",
        "GMC, 12345678",
        "GMC, 12A4567",
        "NMC, 1234567",
        "NMC, 12a3456b",
        "NMC, 123A456B",
        "GPHC, 1012345",
        "GPHC, 201234",
        "HCPC, PH",
        "HCPC, P12345",
        "HCPC, PH1234567",
        "GDC, ''",
        "GDC, D12345",
        "GDC, 12345678901"
    })
    void anotherFormIsRefusedWithoutRepeatingTheNumber(Regulator regulator, String number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Registration(regulator, number))
                .withMessageStartingWith("a " + regulator + " number is ")
                .satisfies(refused -> assertThat(number.isEmpty()
                                || !String.valueOf(refused.getMessage()).contains(number))
                        .isTrue());
    }

    @Test
    void aDutyIsForAnOrganisationACampaignOrABoard() {
        UUID uuid = new UUID(0, 1);
        assertThat(DutyScope.of(new OrganisationCode("INVS1")).subject()).isEqualTo("organisation/INVS1");
        assertThat(DutyScope.of(new CampaignId(uuid)).subject()).isEqualTo("campaign/" + uuid);
        assertThat(DutyScope.of(new BoardId(uuid)).subject()).isEqualTo("board/" + uuid);
        assertThatIllegalArgumentException().isThrownBy(() -> new DutyScope("person/" + uuid));
        assertThatIllegalArgumentException().isThrownBy(() -> new DutyScope("campaign/1"));
    }

    @Test
    void anAuthorityIsWrittenInKebabCaseOutside() {
        assertThat(Authority.DATA_PROTECTION_OFFICER.kebab()).isEqualTo("data-protection-officer");
    }
}
