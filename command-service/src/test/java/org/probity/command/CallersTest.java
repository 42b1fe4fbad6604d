package org.probity.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.event.Personal;
import org.probity.people.event.AccountEvent.AccountLinked;
import org.probity.people.event.DutyEvent.DutyGranted;

/** What is remembered of callers outlives an erasure, so nothing in it may be personal. */
class CallersTest {

    @Test
    void what_is_remembered_of_a_caller_holds_nothing_personal() {
        assertThat(Stream.of(AccountLinked.class, DutyGranted.class)
                        .flatMap(event -> Arrays.stream(event.getRecordComponents())))
                .isNotEmpty()
                .noneMatch(component -> component.isAnnotationPresent(Personal.class));
    }
}
