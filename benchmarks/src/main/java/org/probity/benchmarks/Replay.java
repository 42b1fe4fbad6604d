package org.probity.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.probity.benchmarks.Sample.Nomination;
import org.probity.eventstore.PostgresEventStore;
import org.probity.eventstore.StableNameSerializer;

/**
 * A log that is read from its beginning to its end, as a projection does that is built anew: every payload is opened and
 * deserialised, and so is its metadata. Every other event holds something personal, about one of a thousand persons.
 */
final class Replay implements AutoCloseable {

    private static final int PERSONS = 1_000;
    private static final int ROWS_A_PUT = 200;

    private final Store store;
    private final PostgresEventStore events;
    private final String url;
    private final int count;

    /**
     * Fills an empty log.
     *
     * @param count with how many events
     */
    Replay(String url, int count) {
        this.url = url;
        this.count = count;
        store = Store.sealingEveryOther(url);
        events = store.bean(PostgresEventStore.class);
        try {
            load(store.bean(StableNameSerializer.class));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In the log's own format. */
    private void load(StableNameSerializer serializer) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            CopyIn copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy log.event (position, event_id, subject_type, subject, sequence, type, revision, payload,"
                                    + " metadata, recorded_at) from stdin");
            var rows = new StringBuilder();
            for (int position = 1; position <= count; position++) {
                Nomination event = event(position);
                String payload = serializer.serialize(event, String.class).getData();
                rows.append(position).append('\t');
                rows.append(new UUID(1, position)).append("\tNomination\t");
                rows.append(event.id()).append('\t').append(sequence(position)).append('\t');
                rows.append(event.getClass().getSimpleName()).append("\t1\t");
                rows.append(payload.replace("\\", "\\\\")).append('\t');
                rows.append(Sample.METADATA).append("\t2026-03-01T12:00:00Z\n");
                if (position % ROWS_A_PUT == 0 || position == count) {
                    byte[] bytes = rows.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
                    copy.writeToCopy(bytes, 0, bytes.length);
                    rows.setLength(0);
                }
            }
            copy.endCopy();
        }
        Database.execute(url, "vacuum analyze log.event");
    }

    /** What stands at a position: streams of two events each. */
    static Nomination event(int position) {
        String id = "nomination/" + (position + 1) / 2;
        return sequence(position) == 0 ? Sample.nominated(id, new UUID(0, position % PERSONS)) : Sample.amended(id, 1);
    }

    static int sequence(int position) {
        return (position + 1) % 2;
    }

    /** Events a second that Axon is given. */
    double perSecond() {
        return perSecond(events, count);
    }

    static double perSecond(StreamableMessageSource<TrackedEventMessage<?>> events, int count) {
        long start = System.nanoTime();
        long read = 0;
        try (BlockingStream<TrackedEventMessage<?>> stream = events.openStream(events.createTailToken())) {
            while (read < count) {
                TrackedEventMessage<?> event = stream.nextAvailable();
                if (event.getPayload() instanceof Nomination
                        && event.getMetaData().containsKey("actor")) {
                    read++;
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return count / ((System.nanoTime() - start) / 1e9);
    }

    /** Rows a second that PostgreSQL sends as text, and that nobody looks at. */
    double copiedPerSecond() {
        long start = System.nanoTime();
        try (Connection connection = DriverManager.getConnection(url)) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select position, event_id, subject_type, subject, sequence, type, revision, payload,"
                                    + " metadata, recorded_at from log.event order by position) to stdout",
                            OutputStream.nullOutputStream());
            if (rows != count) {
                throw new IllegalStateException("Not the same rows");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return count / ((System.nanoTime() - start) / 1e9);
    }

    @Override
    public void close() {
        store.close();
    }
}
