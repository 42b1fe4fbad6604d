package org.probity.eventstore;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells the streams of this JVM when the log has grown: one connection listens for the notification that every
 * append sends. Because a notification can be lost with its connection, the head is read at least every
 * {@value #POLL_MILLIS} milliseconds all the same.
 */
public final class LogWatch implements SmartLifecycle {

    static final int POLL_MILLIS = 250;
    private static final Duration RECONNECT = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(LogWatch.class);

    private final DataSource dataSource;
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicLong head = new AtomicLong();
    private volatile @Nullable Thread thread;

    LogWatch(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The greatest position known to be in the log; it may already be higher. */
    long head() {
        return head.get();
    }

    /** Says that the log reaches a position, and wakes the listeners if that is news. */
    void reached(long position) {
        if (head.getAndAccumulate(position, Math::max) < position) {
            listeners.forEach(Runnable::run);
        }
    }

    void listen(Runnable listener) {
        listeners.add(listener);
    }

    void forget(Runnable listener) {
        listeners.remove(listener);
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            // Named before it runs: a thread that does not find itself there would take it for the order to stop.
            Thread watching = Thread.ofPlatform().daemon().name("log-watch").unstarted(this::watch);
            thread = watching;
            watching.start();
        }
    }

    @Override
    public synchronized void stop() {
        Thread watching = thread;
        thread = null;
        if (watching != null) {
            watching.interrupt();
            try {
                watching.join(Duration.ofSeconds(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before Axon's processors start, and after they have stopped. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }

    private void watch() {
        while (thread == Thread.currentThread()) {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen probity_log");
                PGConnection listening = connection.unwrap(PGConnection.class);
                while (thread == Thread.currentThread()) {
                    try (ResultSet result = statement.executeQuery("select position from log.head")) {
                        result.next();
                        reached(result.getLong(1));
                    }
                    listening.getNotifications(POLL_MILLIS);
                }
                statement.execute("unlisten probity_log");
            } catch (SQLException e) {
                LOG.warn("The log's notifications are interrupted; trying again: {}", e.getMessage());
                LockSupport.parkNanos(RECONNECT.toNanos());
            }
        }
    }
}
