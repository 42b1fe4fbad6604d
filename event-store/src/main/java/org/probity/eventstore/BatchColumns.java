package org.probity.eventstore;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The events of a batch as PostgreSQL takes them at once: an array for each column, with one element an event. */
final class BatchColumns {

    private final List<Line> lines = new ArrayList<>();

    /**
     * One event.
     *
     * @param unit number of its unit of work, from 1
     * @param keyed its unit of work, if this is the first event of one that has a key
     */
    private record Line(int unit, Append.Row row, @Nullable Append keyed) {

        @Nullable
        CommandKey key() {
            return keyed == null ? null : keyed.key();
        }
    }

    BatchColumns(Batch batch) {
        int number = 0;
        for (Append unit : batch.units()) {
            number++;
            Append keyed = unit.key() == null ? null : unit;
            for (Append.Row row : unit.rows()) {
                lines.add(new Line(number, row, keyed));
                keyed = null;
            }
        }
    }

    /** Sets two parameters: the unit of work of each event, from 1, and whether the event is its first of its stream. */
    void setUnits(PreparedStatement statement, int from) throws SQLException {
        set(statement, from, "int4", Integer[]::new, Line::unit);
        set(statement, from + 1, "bool", Boolean[]::new, line -> line.row().first());
    }

    /** Sets eight parameters: the events' own columns, in the order of the table, without position and time. */
    void setEvents(PreparedStatement statement, int from) throws SQLException {
        set(statement, from, "uuid", UUID[]::new, line -> line.row().id());
        set(statement, from + 1, "text", String[]::new, line -> line.row().subjectType());
        set(statement, from + 2, "text", String[]::new, line -> line.row().subject());
        set(statement, from + 3, "int8", Long[]::new, line -> line.row().sequence());
        set(statement, from + 4, "text", String[]::new, line -> line.row().type());
        set(statement, from + 5, "text", String[]::new, line -> line.row().revision());
        set(statement, from + 6, "text", String[]::new, line -> line.row().payload());
        set(statement, from + 7, "text", String[]::new, line -> line.row().metadata());
    }

    /** Sets three parameters, for the first event of each unit of work that has a key: key, fingerprint, how many events. */
    void setKeys(PreparedStatement statement, int from) throws SQLException {
        set(
                statement,
                from,
                "uuid",
                UUID[]::new,
                line -> line.key() == null ? null : line.key().id());
        set(
                statement,
                from + 1,
                "text",
                String[]::new,
                line -> line.key() == null ? null : line.key().fingerprint());
        set(
                statement,
                from + 2,
                "int4",
                Integer[]::new,
                line -> line.keyed() == null ? null : line.keyed().rows().size());
    }

    /** An array of its own type travels in binary form, one of objects as text. */
    private <T> void set(
            PreparedStatement statement,
            int index,
            String type,
            IntFunction<@Nullable T[]> array,
            Function<Line, @Nullable T> column)
            throws SQLException {
        @Nullable T[] values = array.apply(lines.size());
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(lines.get(i));
        }
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }
}
