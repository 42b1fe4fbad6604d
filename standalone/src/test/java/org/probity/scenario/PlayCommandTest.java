package org.probity.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.probity.command.NameBasedId;
import org.probity.eventstore.EventLog;
import org.probity.standalone.Application;

/** A scenario of one's own, played from the command line to a service that runs. */
class PlayCommandTest {

    @TempDir
    static Path data = Path.of("replaced by JUnit");

    @SuppressWarnings("NullAway.Init")
    static Application application;

    private static int stories;

    private final int story = ++stories;

    @BeforeAll
    static void start() throws Exception {
        application = Application.start(data);
        assertThat(play("""
                scenario: beginning
                title: An officer takes up duty
                steps:
                  - as: policy-owner
                    give: RegisterOrganisation
                    with: {code: INVP1, name: Small Body, kind: COMMISSIONER, term: {from: 2020-01-01}, invented: true}
                  - as: policy-owner
                    give: RegisterPerson
                    with: {person: !id officer, name: Rowan Fell, profession: MANAGER, inActivePractice: false}
                  - as: policy-owner
                    give: LinkAccount
                    with: {person: !id officer, login: appointments-officer, issuer: !issuer }
                  - as: policy-owner
                    give: GrantDuty
                    with: {person: !id officer, duty: !id duty, role: APPOINTMENTS_OFFICER, scope: organisation/INVP1,
                           term: {from: 2020-01-01}}
                """).error()).isEmpty();
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @Test
    void aFileIsPlayedAndPlayingItAgainDoesNothingTwice() throws Exception {
        String officer =
                "  - {as: appointments-officer, give: ChangeCap, with: {establishment: !id posts, posts: 9, reason: More}}\n";
        Played played = play(posts(officer));
        assertThat(played.error()).isEmpty();
        assertThat(played.exitCode()).isZero();
        assertThat(played.output()).contains("2 steps, 0 of them refused");
        long head = head();
        assertThat(play(posts(officer)).exitCode()).isZero();
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void anUnexpectedRefusalStopsAndTheCorrectedStepGoesOn() throws Exception {
        String wrong =
                "  - {as: appointments-officer, give: ChangeCap, with: {establishment: !id posts, posts: 0, reason: None}}\n";
        Played stopped = play(posts(wrong));
        assertThat(stopped.exitCode()).isEqualTo(1);
        assertThat(stopped.error())
                .contains("own.yaml:5: stopped at step 2 of 2")
                .contains("command   ChangeCap, given by appointments-officer")
                .contains("expected  accepted")
                .contains("answered  409 refused by cap-not-positive: A cap is at least 1. (establishment/")
                .contains("1 step was played. Nothing of this one is in the log but its refusal")
                .contains("add \"attempt: 2\"");
        String right = wrong.replace("posts: 0", "posts: 5");
        assertThat(play(posts(right)).error())
                .contains("409 idempotency-key-reused")
                .contains("\"attempt: 2\"");
        assertThat(play(posts(right.replace("}}", "}, attempt: 2}"))).exitCode())
                .isZero();
    }

    @Test
    void anotherRefusalThanTheExpectedOneStops() throws Exception {
        assertThat(play(posts("  - {as: appointments-officer, give: ChangeCap, refused: cap-below-filled,"
                                + " with: {establishment: !id posts, posts: 0, reason: None}}\n"))
                        .error())
                .contains("expected  refused by cap-below-filled")
                .contains("answered  409 refused by cap-not-positive");
    }

    @Test
    void anAcceptanceWhereARefusalIsExpectedStopsAndIsNotHidden() throws Exception {
        assertThat(play(posts("  - {as: appointments-officer, give: ChangeCap, refused: cap-not-positive,"
                                + " with: {establishment: !id posts, posts: 3, reason: Fewer}}\n"))
                        .error())
                .contains("answered  200 accepted")
                .contains("its events are in the log up to position " + head());
    }

    @Test
    void invalidFieldsAreAllNamedAndTheCorrectedStepGoesOn() throws Exception {
        String wrong = "  - {as: appointments-officer, give: ChangeCap, with: {establishment: !id posts, post: 3}}\n";
        Played stopped = play(posts(wrong));
        assertThat(stopped.error())
                .contains("answered  400 invalid-fields")
                .contains("field     post: unknown-field")
                .contains("field     posts: required")
                .contains("field     reason: required")
                .contains("Nothing of this one is in the log.");
        assertThat(play(posts(wrong.replace("post: 3", "posts: 3, reason: Fewer")))
                        .exitCode())
                .isZero();
    }

    @Test
    void anActorWithoutTheAuthorityIsNotPermitted() throws Exception {
        assertThat(play(posts(
                                "  - {as: clinician, give: ChangeCap, with: {establishment: !id posts, posts: 3, reason: No}}\n"))
                        .error())
                .contains("answered  403 not-permitted");
    }

    @Test
    void aRefusalThatLeavesNoTraceIsOnlyTriedOut() throws Exception {
        String steps = "  - {as: clinician, give: ChangeCap, refused: not-permitted,"
                + " with: {establishment: !id posts, posts: 3, reason: No}}\n"
                + "  - {as: appointments-officer, give: ChangeCap, refused: not-permitted,"
                + " with: {establishment: !id posts, posts: 3, reason: Yes}}\n";
        long head = head();
        Played played = play(posts(steps));
        assertThat(played.error()).isEmpty();
        assertThat(played.output())
                .contains("step 3 would not be refused by not-permitted now")
                .contains("3 steps, 1 of them refused");
        assertThat(head()).isEqualTo(head + 1);
    }

    @Test
    void theClockOfARealLogIsNotSet() throws Exception {
        assertThat(play("""
                        scenario: past
                        title: The past
                        steps:
                          - {at: 2025-09-01T09:00:00Z, note: Long ago}
                        """).error())
                .contains("own.yaml:4: stopped at step 1 of 1")
                .contains("command   AdvanceClock, given by policy-owner")
                .contains("refused by not-an-example-log");
    }

    @Test
    void theSameRefusalTwiceHasNoPlaceInAStory() throws Exception {
        String refused = "  - {as: appointments-officer, give: ChangeCap, refused: cap-not-positive,"
                + " with: {establishment: !id posts, posts: 0, reason: None}}\n";
        assertThat(play(posts(refused + refused)).error())
                .contains("own.yaml:6: stopped at step 3 of 3")
                .contains("It repeats a refusal of an earlier step");
    }

    @Test
    void actorsWhomTheServiceDoesNotKnowAreNamedBeforeAnythingIsPlayed() throws Exception {
        long head = head();
        Played played = play(posts("  - {as: amber-dale, give: ChangeCap}\n")
                .replace("steps:", "actors: {amber-dale: [appointments-officer]}\nsteps:"));
        assertThat(played.exitCode()).isEqualTo(1);
        assertThat(played.error())
                .contains("no example users called amber-dale")
                .contains("--probity.scenario=" + data.resolve("own.yaml"));
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void aFileWithMistakesIsNotPlayed() throws Exception {
        long head = head();
        Played played = play(posts("  - {as: nobody, give: ChangeCap}\n"));
        assertThat(played.exitCode()).isEqualTo(1);
        assertThat(played.error()).contains("own.yaml:5: unknown actor \"nobody\"");
        assertThat(head()).isEqualTo(head);
    }

    @Test
    void aServiceThatDoesNotAnswerIsSaid() throws Exception {
        assertThat(run(file(posts("")), "--to=http://localhost:" + Application.freePort())
                        .error())
                .contains("does not answer");
    }

    @Test
    void withoutAFileTheUsageIsSaid() {
        assertThat(run().error()).contains("usage: play <file or name>").contains("small-body");
        assertThat(run("no-such-thing").error())
                .contains("no-such-thing is neither a file nor a scenario that comes along; these do: ")
                .contains("small-body");
    }

    /** One step, in line 4, and more. */
    private String posts(String more) {
        return """
                scenario: own-%d
                title: Posts
                steps:
                  - {as: appointments-officer, give: EstablishPosts, with: {establishment: !id posts, body: INVP1, name: Leads, programme: CLINICAL_CHAMPIONS, posts: 4, commitment: a day a week, seniorOwner: %s}}
                """.formatted(story, NameBasedId.of("beginning/officer")) + more;
    }

    private static Played play(String yaml) throws Exception {
        return run(file(yaml), "--to=" + application.address());
    }

    private static String file(String yaml) throws Exception {
        return Files.writeString(data.resolve("own.yaml"), yaml).toString();
    }

    private static Played run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = PlayCommand.run(
                List.of(args),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Played(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static long head() {
        return application.context().getBean(EventLog.class).head().position();
    }

    private record Played(int exitCode, String output, String error) {}
}
