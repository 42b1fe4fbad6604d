package org.probity.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.probity.eventstore.TestLog.Story.Told;

/**
 * A process that appends until it is killed, and says of each unit of work that was answered where its events are. It does
 * not touch {@link TestLog}, which would start a database of its own.
 */
final class KilledWriter {

    private static final int CALLERS = 16;

    private KilledWriter() {}

    /**
     * Runs until it is killed.
     *
     * @param url where the database is
     */
    public static void main(String[] url) throws InterruptedException {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url[0]);
        LogConnections.migrated(pool);
        var commit = new GroupCommit(pool, Clock.systemUTC(), 1024);
        var serializer = new StableNameSerializer(EventTypes.of(List.of(TestLog.Story.class)), null);
        List<Thread> callers = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            callers.add(Thread.ofVirtual().start(() -> {
                while (true) {
                    List<DomainEventMessage<?>> events = unit();
                    Receipt receipt = commit.append(
                            Append.of(events, new CommandKey(UUID.randomUUID(), "killed"), null, serializer));
                    say(receipt, events);
                }
            }));
        }
        for (Thread caller : callers) {
            caller.join();
        }
    }

    /** One to three events, each the first of its stream. */
    private static List<DomainEventMessage<?>> unit() {
        List<DomainEventMessage<?>> events = new ArrayList<>();
        for (int more = ThreadLocalRandom.current().nextInt(3); more >= 0; more--) {
            events.add(new GenericDomainEventMessage<>(
                    "Story", "story/" + UUID.randomUUID(), 0, new Told("before the end"), Map.of()));
        }
        return events;
    }

    /** The position of the first, and the ids: one line that is written at once. */
    private static synchronized void say(Receipt receipt, List<DomainEventMessage<?>> events) {
        System.out.println(receipt.first() + " "
                + events.stream().map(EventMessage::getIdentifier).collect(Collectors.joining(" ")));
        System.out.flush();
    }
}
