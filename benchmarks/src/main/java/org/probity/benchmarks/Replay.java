package org.probity.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.postgresql.PGConnection;
import org.probity.benchmarks.Sample.Nomination;
import org.probity.eventstore.PostgresEventStore;
import org.probity.eventstore.StableNameSerializer;

/**
 * A log that is read from its beginning to its end, as a projection does that is built anew: every payload is opened and
 * deserialised, and so is its metadata. Every other event holds something personal, about one of a thousand persons.
 */
final class Replay implements AutoCloseable {

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
        BulkLoad.into(url, store.bean(StableNameSerializer.class), count);
    }

    /** Events a second that Axon is given. */
    double perSecond() {
        return perSecond(events, count);
    }

    /** The same of the first ones only. */
    double perSecondOf(int first) {
        return perSecond(events, first);
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
