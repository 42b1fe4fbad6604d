package org.probity.query;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/**
 * How far each projection has come. The row of a projection is the truth, for every node; whoever waits for it is woken
 * by commits of this node at once and looks for those of others every {@value #LOOK_MILLIS} milliseconds.
 */
@Component
public class Positions {

    private static final int LOOK_MILLIS = 100;

    private final ReadTables tables;
    private final List<String> all;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long changes;

    Positions(ReadTables tables, ProjectionNames names) {
        this.tables = tables;
        this.all = names.all();
    }

    /** The position of a projection; 0 if it has not begun. */
    long of(String projection) {
        return least(List.of(projection));
    }

    /** The position that all of these projections have reached. */
    long least(List<String> projections) {
        return tables.sql("""
                        select coalesce(min(coalesce(position, 0)), 0)
                          from unnest(?::text[]) as asked (name) left join read.projection using (name)
                        """)
                .param(projections.toArray(String[]::new))
                .query(Long.class)
                .single();
    }

    /**
     * Waits until every projection has reached a position.
     *
     * @return whether they have
     */
    boolean await(long position, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            long seen = changes();
            if (least(all) >= position) {
                return true;
            }
            if (!pause(seen, deadline)) {
                return false;
            }
        }
    }

    /** Locks the row of a projection up to the end of the transaction and says how far it has come. */
    long lock(String projection) {
        tables.sql("insert into read.projection (name, position) values (?, 0) on conflict do nothing")
                .param(projection)
                .update();
        return tables.sql("select position from read.projection where name = ? for update")
                .param(projection)
                .query(Long.class)
                .single();
    }

    void store(String projection, long position) {
        tables.sql("update read.projection set position = ? where name = ?")
                .param(position)
                .param(projection)
                .update();
    }

    /** Wakes those who wait, after a commit. */
    void advanced() {
        lock.lock();
        try {
            changes++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private long changes() {
        lock.lock();
        try {
            return changes;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a change since one was seen, or for the next look; false when patience has run out. */
    private boolean pause(long seen, long deadline) {
        lock.lock();
        try {
            long look = Math.min(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS), deadline);
            while (changes == seen) {
                long left = look - System.nanoTime();
                if (left <= 0) {
                    return look < deadline;
                }
                changed.awaitNanos(left);
            }
            return System.nanoTime() < deadline;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
