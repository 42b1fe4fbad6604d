package org.probity.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintsTest {

    private final Fingerprints fingerprints = new Fingerprints("a secret of the test");

    @Test
    void a_command_that_is_repeated_for_the_same_cause_has_the_same_key() {
        assertThat(fingerprints.keyOf("WhenAskedThenTell", new Tell("board-1", "stroke"), "cause"))
                .isEqualTo(fingerprints.keyOf("WhenAskedThenTell", new Tell("board-1", "stroke"), "cause"));
    }

    @Test
    void commands_for_one_subject_and_cause_that_say_different_things_have_keys_of_their_own() {
        assertThat(fingerprints
                        .keyOf("WhenAskedThenTell", new Tell("board-1", "stroke"), "cause")
                        .id())
                .isNotEqualTo(fingerprints
                        .keyOf("WhenAskedThenTell", new Tell("board-1", "heart"), "cause")
                        .id());
    }

    private record Tell(String subject, String strand) implements Command {}
}
