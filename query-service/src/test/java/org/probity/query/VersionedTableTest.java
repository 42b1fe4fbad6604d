package org.probity.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.board.event.BoardKind;
import org.probity.campaign.event.Score;
import org.probity.id.CriterionCode;
import org.probity.id.PersonId;

/** Tables that keep every version of a row. */
class VersionedTableTest {

    record Note(
            PersonId person,
            String code,
            @Nullable String text,
            int number,
            boolean flag,
            @Nullable Instant at,
            @Nullable LocalDate day,
            BoardKind kind,
            List<Score> scores) {}

    private final ReadTables tables = ReadFixture.bean(ReadTables.class);
    private final VersionedTable<Note> notes = tables.versioned("note", Note.class, "person", "code");
    private final PersonId person = new PersonId(UUID.randomUUID());

    @BeforeEach
    void emptyTable() {
        tables.sql("drop table if exists read.note").update();
        tables.sql("""
                create table read.note (person uuid not null, code text not null, text text, number int not null,
                    flag boolean not null, at timestamptz, day date, kind text not null, scores jsonb not null)
                """).update();
        tables.sql("""
                do $$ begin set local search_path = read.x; call keep_versions('note', 'person, code'); end $$
                """.replace("read.x", tables.schema())).update();
    }

    private Note note(@Nullable String text) {
        return new Note(
                person,
                "a",
                text,
                7,
                true,
                Instant.parse("2026-03-01T12:00:00.123456Z"),
                LocalDate.of(2026, 3, 1),
                BoardKind.STATUTORY_BOARD,
                List.of(new Score(new CriterionCode("leadership"), 4, "Led")));
    }

    @Test
    void aRowIsReadAsItWasWritten() {
        notes.put(5, note("first"));

        assertThat(notes.current(person, "a")).contains(note("first"));
    }

    @Test
    void nothingIsThereBeforeItIsWritten() {
        notes.put(5, note("first"));

        assertThat(notes.at(4, person, "a")).isEmpty();
        assertThat(notes.at(5, person, "a")).isPresent();
    }

    @Test
    void anEarlierVersionStaysReadableAsAtItsPositions() {
        notes.put(5, note("first"));
        notes.put(8, note("second"));

        assertThat(notes.at(7, person, "a")).contains(note("first"));
        assertThat(notes.at(8, person, "a")).contains(note("second"));
        assertThat(notes.all(7)).containsExactly(note("first"));
        assertThat(notes.all(9)).containsExactly(note("second"));
    }

    @Test
    void everyVersionThatStoodWithinARangeIsReadOnceInOrder() {
        notes.put(5, note("first"));
        notes.put(8, note("second"));
        notes.put(11, note("third"));

        assertThat(notes.during(7, 10, "true")).containsExactly(note("first"), note("second"));
        assertThat(notes.during(8, 8, "true")).containsExactly(note("second"));
        assertThat(notes.during(1, 4, "true")).isEmpty();
        assertThat(notes.during(0, 20, "text = ?", "third")).containsExactly(note("third"));
        assertThat(notes.since(person, "a")).contains(5L);
        assertThat(notes.since(person, "b")).isEmpty();
    }

    @Test
    void aSecondChangeAtTheSamePositionReplacesTheFirst() {
        notes.put(5, note("first"));
        notes.put(8, note("second"));
        notes.put(8, note("third"));

        assertThat(notes.at(8, person, "a")).contains(note("third"));
        assertThat(versions()).isEqualTo(2);
    }

    @Test
    void aRemovedRowIsGoneFromThatPositionOn() {
        notes.put(5, note("first"));
        notes.remove(8, person, "a");

        assertThat(notes.at(7, person, "a")).isPresent();
        assertThat(notes.at(8, person, "a")).isEmpty();
        assertThat(notes.current(person, "a")).isEmpty();
    }

    @Test
    void aRowWrittenAndRemovedAtOnePositionWasNeverThere() {
        notes.put(5, note("first"));
        notes.remove(5, person, "a");

        assertThat(versions()).isZero();
    }

    @Test
    void aRowRemovedAndWrittenAtOnePositionIsThere() {
        notes.put(5, note("first"));
        notes.remove(8, person, "a");
        notes.put(8, note("second"));

        assertThat(notes.at(7, person, "a")).contains(note("first"));
        assertThat(notes.at(8, person, "a")).contains(note("second"));
    }

    @Test
    void blankingReachesEveryVersion() {
        notes.put(5, note("first"));
        notes.put(8, note("second"));
        notes.blank(List.of("text"), "person = ?", person);

        assertThat(notes.at(5, person, "a")).contains(note(null));
        assertThat(notes.at(8, person, "a")).contains(note(null));
    }

    private long versions() {
        return tables.sql("select count(*) from read.note").query(Long.class).single();
    }
}
