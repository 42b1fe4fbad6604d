package org.probity.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.probity.command.NameBasedId;
import org.probity.people.event.Authority;
import org.probity.scenario.Scenario.Step;

/** What a file says, and what is wrong with it, before anything is played. */
class ScenarioReaderTest {

    private static final String BEGINNING = """
            scenario: story
            title: A story
            actors:
              rowan-fell: [appointments-officer, clinician]
            steps:
            """;

    @Test
    void aStepSaysWhoGivesWhichCommandWhenAndWhatIsExpected() throws Exception {
        Scenario scenario = read("""
              - {at: 2025-09-01T09:00:00Z, as: rowan-fell, give: AddStrand, with: {strand: acute}, await: StrandAdded}
              - as: clinician
                give: AddStrand
                refused: strand-exists
                attempt: 2
                note: (1) Twice
            """);
        assertThat(scenario.actors())
                .containsExactly(Map.entry("rowan-fell", Set.of(Authority.APPOINTMENTS_OFFICER, Authority.CLINICIAN)));
        assertThat(scenario.steps())
                .containsExactly(
                        new Step(
                                1,
                                6,
                                Instant.parse("2025-09-01T09:00:00Z"),
                                new Scenario.Given("rowan-fell", "AddStrand", Map.of("strand", "acute"), null, 1),
                                "StrandAdded",
                                null),
                        new Step(
                                2,
                                7,
                                null,
                                new Scenario.Given("clinician", "AddStrand", Map.of(), "strand-exists", 2),
                                null,
                                "(1) Twice"));
        assertThat(scenario.cast()).containsExactly("clinician", "governance-reviewer", "policy-owner", "rowan-fell");
    }

    @ParameterizedTest
    @CsvSource({"2026-04-01", "2026-04-01T10:00:00Z", "09:30", "no", "On", "0x1f", "010", "1_000", "12e03x", ".5", "="})
    void whatJsonWouldNotReadAsAnotherTypeStaysText(String written) throws Exception {
        assertThat(bodyOf("{value: " + written + "}")).containsExactly(Map.entry("value", written));
    }

    @Test
    void numbersBooleansListsAndMapsAreThoseOfJson() throws Exception {
        assertThat(bodyOf("{a: 12, b: -0.5, c: true, d: [1, x], e: {f: \"12\"}, g: null, h: '7'}"))
                .isEqualTo(Map.of(
                        "a",
                        BigInteger.valueOf(12),
                        "b",
                        new BigDecimal("-0.5"),
                        "c",
                        true,
                        "d",
                        List.of(BigInteger.ONE, "x"),
                        "e",
                        Map.of("f", "12"),
                        "h",
                        "7"));
    }

    @Test
    void anIdIsMadeOfTheScenariosNameAndItsOwn() throws Exception {
        assertThat(bodyOf("{person: !id rowan-fell, several: [!id a], issuer: !issuer }"))
                .isEqualTo(Map.of(
                        "person", NameBasedId.of("story/rowan-fell").toString(),
                        "several", List.of(NameBasedId.of("story/a").toString()),
                        "issuer", IssuerUrl.HERE));
    }

    @Test
    void aStepMayLetTimePassAlone() throws Exception {
        Scenario scenario = read("""
              - {at: 2025-09-01T09:00:00Z, as: rowan-fell, give: AddStrand}
              - {at: 2025-09-01T09:00:00Z, as: rowan-fell, give: AddStrand}
              - {at: 2025-09-16T09:00:00Z, await: OfferLapsed}
            """);
        assertThat(scenario.steps().get(1).at()).as("no move at all").isNull();
        assertThat(scenario.steps().get(2).given()).isNull();
        assertThat(scenario.lastKey())
                .contains(scenario.clockKey(scenario.steps().get(2)));
    }

    @Test
    void everythingWrongIsFoundAtOnceEachWithItsLine() {
        assertThatUnreadable("""
              - {at: 2025-09-02T09:00:00Z, as: rowan-fell, give: AddStrand, wiht: {}}
              - as: nobody
                give: AddStrand
                with:
                  strand: acute
                  strand: other
              - {as: rowan-fell}
              - {at: 2025-09-01T09:00:00Z, as: rowan-fell, give: AddStrand}
              - {at: yesterday, as: rowan-fell, give: add strand}
              - {as: rowan-fell, give: AddStrand, with: {a: !uuid x, <<: {b: c}}}
              - {as: rowan-fell, give: AddStrand, refused: strand-full, await: StrandAdded}
              - just words
            """)
                .hasMessageContainingAll(
                        "story.yaml:6: unknown key \"wiht\" in a step; known are at, as, give, with",
                        "story.yaml:7: unknown actor \"nobody\"",
                        "story.yaml:11: duplicate key \"strand\", first in line 10",
                        "story.yaml:12: the step lacks \"give\"",
                        "story.yaml:13: the clock cannot go back from 2025-09-02T09:00:00Z to 2025-09-01T09:00:00Z",
                        "story.yaml:14: not a moment such as 2025-09-01T09:00:00Z: yesterday",
                        "story.yaml:14: give must have the form",
                        "story.yaml:15: unknown tag !uuid; known are !id, !issuer",
                        "story.yaml:15: a key must be a text",
                        "story.yaml:16: nothing follows from a refusal",
                        "story.yaml:17: a step must be a mapping");
    }

    @Test
    void aClockIsSetFromTheFirstStepOnOrNever() {
        assertThatUnreadable("""
              - {as: rowan-fell, give: AddStrand}
              - {at: 2025-09-01T09:00:00Z, as: rowan-fell, give: AddStrand}
            """)
                .hasMessage("story.yaml:6: the first step lacks \"at\", though later ones set the clock");
    }

    @Test
    void aFileWithoutWhatMakesAScenarioIsRefused() {
        assertThatThrownBy(() -> ScenarioReader.read("other.yaml", "scenario: Big Name\nstep: []\n"))
                .hasMessageContainingAll(
                        "other.yaml:1: the scenario lacks \"title\"",
                        "other.yaml:1: the scenario lacks \"steps\"",
                        "other.yaml:1: scenario must have the form",
                        "other.yaml:2: unknown key \"step\"");
        assertThatThrownBy(() -> ScenarioReader.read("other.yaml", "")).hasMessage("other.yaml:1: the file is empty");
        assertThatThrownBy(() -> ScenarioReader.read("other.yaml", "scenario: x\n  title: y\n"))
                .hasMessageStartingWith("other.yaml:2: not YAML: ");
    }

    @Test
    void anAuthorityMustBeKnownAndAnExampleUserKeepsItsOwn() {
        assertThatThrownBy(() -> ScenarioReader.read("other.yaml", """
                scenario: x
                title: y
                actors:
                  Rowan Fell: [clinician]
                  policy-owner: [clinician]
                  amber-dale: [CLINICIAN]
                steps:
                  - {as: clinician, give: AddStrand}
                """))
                .hasMessageContainingAll(
                        "other.yaml:4: actor \"Rowan Fell\" must be named in lower case",
                        "other.yaml:5: actor \"policy-owner\" is an example user already",
                        "other.yaml:6: unknown authority \"CLINICIAN\"; known are appointing-authority");
    }

    @Test
    void aValueThatContainsItselfIsRefused() {
        assertThatUnreadable("  - {as: rowan-fell, give: AddStrand, with: {a: &a [*a]}}\n")
                .hasMessageContaining("story.yaml:6: a value cannot contain itself");
    }

    @Test
    void keysDependOnNameNumberAndAttemptAlone() throws Exception {
        Scenario one = read("  - {as: rowan-fell, give: AddStrand, with: {a: 1}}\n");
        Scenario corrected = read("  - {as: clinician, give: ChangeCap, with: {b: 2}}\n");
        Scenario again = read("  - {as: clinician, give: ChangeCap, with: {b: 2}, attempt: 2}\n");
        assertThat(corrected.firstKey()).isEqualTo(one.firstKey());
        assertThat(again.firstKey()).isNotEqualTo(one.firstKey());
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void whatComesAlongCanBeRead(String name) throws Exception {
        assertThat(ScenarioFiles.read(name).name()).isEqualTo(name);
    }

    @Test
    void theExampleOfTheDocumentationCanBeRead() throws Exception {
        String documentation = Files.readString(Path.of("../docs/scenarios.md"));
        String example = documentation.split("```(yaml)?\n", -1)[1];
        assertThat(ScenarioReader.read("scenarios.md", example).name()).isEqualTo("my-competition");
    }

    static List<String> bundled() {
        return ScenarioFiles.bundled();
    }

    private static Scenario read(String steps) throws UnreadableScenario {
        return ScenarioReader.read("story.yaml", BEGINNING + steps);
    }

    private static Map<String, Object> bodyOf(String with) throws UnreadableScenario {
        Scenario scenario = read("  - {as: rowan-fell, give: AddStrand, with: " + with + "}\n");
        return Objects.requireNonNull(scenario.steps().getFirst().given()).body();
    }

    private static AbstractThrowableAssert<?, ?> assertThatUnreadable(String steps) {
        return assertThatThrownBy(() -> read(steps)).isInstanceOf(UnreadableScenario.class);
    }
}
