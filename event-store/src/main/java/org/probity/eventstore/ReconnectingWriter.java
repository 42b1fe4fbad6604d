package org.probity.eventstore;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a batch until its outcome is known, over as many connections as that takes. When the database is gone, what has
 * not been sent is refused after {@link GroupCommit#PATIENCE}; what has been sent waits.
 */
final class ReconnectingWriter implements BatchWriter {

    private static final Duration PATIENCE_AT_THE_END = Duration.ofSeconds(10);
    private static final Duration RECONNECT = Duration.ofMillis(100);
    private static final String UNKNOWN = "It is not known whether the log took it";
    private static final Logger LOG = LoggerFactory.getLogger(ReconnectingWriter.class);

    private final LogWriter writer;

    /** Whether whoever writes at the moment was interrupted meanwhile. */
    private boolean interrupted;

    /**
     * @param dataSource gives a connection to the writer, which keeps it
     */
    ReconnectingWriter(DataSource dataSource, Clock clock) {
        writer = new LogWriter(dataSource, clock);
    }

    /** A virtual thread that is interrupted loses every connection it tries, so that waits for the outcome. */
    @Override
    public void write(Batch batch, BooleanSupplier closing) {
        interrupted = Thread.interrupted();
        try {
            writeUntilKnown(batch, closing);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void writeUntilKnown(Batch batch, BooleanSupplier closing) {
        boolean sent = false;
        long started = System.nanoTime();
        while (true) {
            boolean connected = false;
            try {
                writer.connect();
                connected = true;
                sent = true;
                writer.write(batch);
                return;
            } catch (SQLException e) {
                writer.disconnect();
                interrupted |= Thread.interrupted();
                if (connected && isAboutTheBatch(e)) {
                    refuse(batch, closing, e);
                    return;
                }
                Duration waited = Duration.ofNanos(System.nanoTime() - started);
                if (waited.compareTo(closing.getAsBoolean() ? PATIENCE_AT_THE_END : GroupCommit.PATIENCE) > 0
                        && (!sent || closing.getAsBoolean())) {
                    fail(batch, new LogUnavailableException(sent ? UNKNOWN : "The log cannot be reached", e));
                    return;
                }
                LOG.warn("The log's connection is opened again: {}", e.getMessage());
                LockSupport.parkNanos(RECONNECT.toNanos());
            } catch (RuntimeException | Error e) {
                // A fault of this program. Whoever waits is told, and the next batch finds a flusher that still runs.
                writer.disconnect();
                fail(batch, new EventStoreException(UNKNOWN, e));
                return;
            }
        }
    }

    /**
     * Whether the database answered, and will answer the same again: not so when the connection is lost (SQLSTATE class
     * 08), the server takes no changes just now (25), transactions meet (40), resources are short (53), an operator
     * intervenes (57) or the system fails (58).
     */
    static boolean isAboutTheBatch(SQLException e) {
        String state = e.getSQLState();
        return state != null && !state.matches("(08|25|40|53|57|58).*");
    }

    /** One unit of work that the database cannot take must not take the others down with it. */
    private void refuse(Batch batch, BooleanSupplier closing, SQLException e) {
        if (batch.units().size() == 1) {
            fail(batch, new EventStoreException("The database refuses a unit of work", e));
            return;
        }
        for (Append unit : batch.units()) {
            var alone = new Batch();
            alone.take(unit);
            writeUntilKnown(alone, closing);
        }
    }

    private static void fail(Batch batch, RuntimeException failure) {
        batch.units().forEach(unit -> unit.fail(failure));
    }

    @Override
    public void close() {
        writer.close();
    }
}
