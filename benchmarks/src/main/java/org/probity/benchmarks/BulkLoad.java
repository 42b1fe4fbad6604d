package org.probity.benchmarks;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.SplittableRandom;
import java.util.UUID;
import org.axonframework.serialization.Serializer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.probity.benchmarks.Sample.Nomination;

/** Fills an empty log by COPY: streams of two events each, every event with the key of its command. */
final class BulkLoad {

    private static final int ROWS_A_PUT = 200;
    private static final int PERSONS = 1_000;

    private BulkLoad() {}

    /**
     * Fills it.
     *
     * @param serializer makes the payloads, and seals what is personal in them
     * @param count with how many events
     */
    static void into(String url, Serializer serializer, int count) {
        copy(
                url,
                "copy log.event (position, event_id, subject_type, subject, sequence, type, revision, payload, metadata,"
                        + " recorded_at) from stdin",
                count,
                position -> {
                    Nomination event = event(position);
                    String payload = serializer.serialize(event, String.class).getData();
                    return position + "\t" + new UUID(1, position) + "\tNomination\t" + event.id() + "\t"
                            + sequence(position) + "\t" + event.getClass().getSimpleName() + "\t1\t"
                            + payload.replace("\\", "\\\\") + "\t" + Sample.METADATA + "\t2026-03-01T12:00:00Z\n";
                });
        // Keys are random, and so are their places in the index.
        copy(
                url,
                "copy log.outcome (key, fingerprint, position, events) from stdin",
                count,
                position -> UUID.randomUUID() + "\t" + Sample.FINGERPRINT + "\t" + position + "\t1\n");
        Database.execute(url, "vacuum analyze log.event", "vacuum analyze log.outcome", "checkpoint");
    }

    /** What stands at a position. */
    static Nomination event(int position) {
        var random = new SplittableRandom((position + 1) / 2);
        String id = "nomination/" + new UUID(random.nextLong(), random.nextLong());
        return sequence(position) == 0 ? Sample.nominated(id, new UUID(0, position % PERSONS)) : Sample.amended(id, 1);
    }

    static int sequence(int position) {
        return (position + 1) % 2;
    }

    /** Copies rows, one for each position. */
    static void copy(String url, String into, int count, Rows rows) {
        try (Connection connection = DriverManager.getConnection(url)) {
            CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(into);
            var put = new StringBuilder();
            for (int position = 1; position <= count; position++) {
                put.append(rows.at(position));
                if (position % ROWS_A_PUT == 0 || position == count) {
                    byte[] bytes = put.toString().getBytes(StandardCharsets.UTF_8);
                    copy.writeToCopy(bytes, 0, bytes.length);
                    put.setLength(0);
                }
            }
            copy.endCopy();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A row in COPY's text format, with the end of its line. */
    @FunctionalInterface
    interface Rows {
        String at(int position);
    }
}
