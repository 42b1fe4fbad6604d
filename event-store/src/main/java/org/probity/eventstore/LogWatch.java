package org.probity.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
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
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Tells the streams of this JVM when the log has grown, and the other JVMs when this one has made it grow.
 *
 * <p>One connection listens for notifications, which say how far the log reaches. Because one can be lost with its
 * connection, the head is read whenever none has come for {@value #POLL_MILLIS} milliseconds. Notifications are sent
 * after the appends they tell of and not by them, at most one every {@value #ANNOUNCE_MILLIS} milliseconds: PostgreSQL
 * lets only one transaction at a time commit with a notification, and nobody should wait for that.
 */
public final class LogWatch implements SmartLifecycle {

    static final int POLL_MILLIS = 250;
    static final int ANNOUNCE_MILLIS = 5;

    private static final String CHANNEL = "probity_log";

    /** Nothing is lost with a notification, so its transaction does not wait for the disk. */
    private static final String ANNOUNCE =
            "select set_config('synchronous_commit', 'off', true), pg_notify('" + CHANNEL + "', ?)";

    private static final Duration RECONNECT = Duration.ofMillis(500);
    private static final Logger LOG = LoggerFactory.getLogger(LogWatch.class);

    private final DataSource dataSource;
    private final Set<Runnable> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicLong head = new AtomicLong();
    private final AtomicLong appended = new AtomicLong();
    private volatile @Nullable Thread listening;
    private volatile @Nullable Thread announcing;
    private volatile boolean announcerWaits;

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

    /** Says that this JVM has appended up to a position. */
    void appended(long position) {
        reached(position);
        if (appended.getAndAccumulate(position, Math::max) < position && announcerWaits) {
            LockSupport.unpark(announcing);
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
        if (listening == null) {
            // Named before they run: a thread that does not find itself there would take it for the order to stop.
            Thread listener = Thread.ofPlatform().daemon().name("log-watch").unstarted(this::listenForOthers);
            Thread announcer =
                    Thread.ofPlatform().daemon().name("log-announcer").unstarted(this::announce);
            listening = listener;
            announcing = announcer;
            listener.start();
            announcer.start();
        }
    }

    @Override
    public synchronized void stop() {
        Thread listener = listening;
        Thread announcer = announcing;
        listening = null;
        announcing = null;
        end(listener);
        end(announcer);
    }

    private static void end(@Nullable Thread thread) {
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(Duration.ofSeconds(2));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return listening != null;
    }

    /** Before Axon's processors start, and after they have stopped. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1000;
    }

    private void listenForOthers() {
        while (listening == Thread.currentThread()) {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("listen " + CHANNEL);
                PGConnection notified = connection.unwrap(PGConnection.class);
                reached(readHead(statement));
                while (listening == Thread.currentThread()) {
                    PGNotification[] notifications = notified.getNotifications(POLL_MILLIS);
                    if (notifications == null || notifications.length == 0) {
                        reached(readHead(statement));
                    } else {
                        // Of several nodes, each says how far its own appends reach: not always in their order.
                        for (PGNotification notification : notifications) {
                            reached(Long.parseLong(notification.getParameter()));
                        }
                    }
                }
                statement.execute("unlisten " + CHANNEL);
            } catch (SQLException | RuntimeException e) {
                LOG.warn("The log's notifications are interrupted; trying again: {}", e.getMessage());
                LockSupport.parkNanos(RECONNECT.toNanos());
            }
        }
    }

    private static long readHead(Statement statement) throws SQLException {
        try (ResultSet result = statement.executeQuery("select position from log.head")) {
            result.next();
            return result.getLong(1);
        }
    }

    /** Appends wake it only while it waits for one: otherwise each would cut short the pause between announcements. */
    private void announce() {
        long announced = 0;
        while (announcing == Thread.currentThread()) {
            long position = appended.get();
            if (position > announced) {
                announced = announce(position) ? position : announced;
                LockSupport.parkNanos(Duration.ofMillis(ANNOUNCE_MILLIS).toNanos());
            } else {
                announcerWaits = true;
                if (appended.get() == position) {
                    LockSupport.park();
                }
                announcerWaits = false;
            }
        }
    }

    private boolean announce(long position) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(ANNOUNCE)) {
            statement.setString(1, Long.toString(position));
            statement.execute();
            return true;
        } catch (SQLException e) {
            LOG.warn("Others are not told that the log has grown; they find out by themselves: {}", e.getMessage());
            return false;
        }
    }
}
