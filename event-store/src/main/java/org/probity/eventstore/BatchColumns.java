package org.probity.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The events of a batch as PostgreSQL takes them at once: an array for each column, with one element an event. */
final class BatchColumns {

    private final Integer[] unit;
    private final Boolean[] first;
    private final UUID[] id;
    private final String[] subjectType;
    private final String[] subject;
    private final Long[] sequence;
    private final String[] type;
    private final String[] revision;
    private final String[] payload;
    private final String[] metadata;
    private final @Nullable UUID[] key;
    private final @Nullable String[] fingerprint;
    private final @Nullable Integer[] keyed;

    BatchColumns(Batch batch) {
        int n = batch.events();
        unit = new Integer[n];
        first = new Boolean[n];
        id = new UUID[n];
        subjectType = new String[n];
        subject = new String[n];
        sequence = new Long[n];
        type = new String[n];
        revision = new String[n];
        payload = new String[n];
        metadata = new String[n];
        key = new @Nullable UUID[n];
        fingerprint = new @Nullable String[n];
        keyed = new @Nullable Integer[n];
        fill(batch.units());
    }

    private void fill(List<Append> units) {
        int e = 0;
        for (int u = 0; u < units.size(); u++) {
            Append append = units.get(u);
            CommandKey commandKey = append.key();
            if (commandKey != null) {
                key[e] = commandKey.id();
                fingerprint[e] = commandKey.fingerprint();
                keyed[e] = append.rows().size();
            }
            for (Append.Row row : append.rows()) {
                unit[e] = u + 1;
                first[e] = row.first();
                id[e] = row.id();
                subjectType[e] = row.subjectType();
                subject[e] = row.subject();
                sequence[e] = row.sequence();
                type[e] = row.type();
                revision[e] = row.revision();
                payload[e] = row.payload();
                metadata[e] = row.metadata();
                e++;
            }
        }
    }

    /** Sets two parameters: the unit of work of each event, from 1, and whether the event is its first of its stream. */
    void setUnits(PreparedStatement statement, int from) throws SQLException {
        Connection arrays = statement.getConnection();
        statement.setArray(from, arrays.createArrayOf("int4", unit));
        statement.setArray(from + 1, arrays.createArrayOf("bool", first));
    }

    /** Sets eight parameters: the events' own columns, in the order of the table, without position and time. */
    void setEvents(PreparedStatement statement, int from) throws SQLException {
        Connection arrays = statement.getConnection();
        statement.setArray(from, arrays.createArrayOf("uuid", id));
        statement.setArray(from + 1, arrays.createArrayOf("text", subjectType));
        statement.setArray(from + 2, arrays.createArrayOf("text", subject));
        statement.setArray(from + 3, arrays.createArrayOf("int8", sequence));
        statement.setArray(from + 4, arrays.createArrayOf("text", type));
        statement.setArray(from + 5, arrays.createArrayOf("text", revision));
        statement.setArray(from + 6, arrays.createArrayOf("text", payload));
        statement.setArray(from + 7, arrays.createArrayOf("text", metadata));
    }

    /** Sets three parameters, for the first event of each unit of work that has a key: key, fingerprint, how many events. */
    void setKeys(PreparedStatement statement, int from) throws SQLException {
        Connection arrays = statement.getConnection();
        statement.setArray(from, arrays.createArrayOf("uuid", key));
        statement.setArray(from + 1, arrays.createArrayOf("text", fingerprint));
        statement.setArray(from + 2, arrays.createArrayOf("int4", keyed));
    }
}
