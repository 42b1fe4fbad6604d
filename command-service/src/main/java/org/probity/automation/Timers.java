package org.probity.automation;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.probity.command.Command;
import org.probity.command.CommandDispatch;
import org.probity.command.CommandTypes;
import org.probity.eventstore.LogClock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives commands when their time has come by the log's clock, in an example log the scenario's. Timers are kept in the
 * database and outlive the service; set by an automation, a timer is stored in the transaction of its token.
 *
 * <p>A timer fires at least once, and its command's key makes it act once: a node may die between the command and the
 * removal of the timer. That holds also for db-scheduler's heartbeats, which follow the same clock: where an example's
 * clock leaps, a timer may be taken for dead and fired again.
 *
 * <p>db-scheduler picks, fires and beats; timers are set, taken back and removed here. Its own client takes it for an
 * error when a timer is firing at that moment, which the answer to a timer's own event always may meet, and when another
 * sets the same one. Here each of these is one statement, which waits for the other's and never fails for its sake.
 */
@Component
public class Timers implements SmartLifecycle {

    private static final String TABLE = "timers.scheduled_tasks";
    private static final String NOT_FIRING =
            "picked = false, picked_by = null, last_heartbeat = null, version = version + 1";
    private static final TaskDescriptor<Due> GIVE = TaskDescriptor.of("give", Due.class);

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final LogClock clock;
    private final CommandDispatch dispatch;
    private final CommandTypes types;
    private final Duration poll;
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final TimerJson json = new TimerJson(mapper);
    private final CustomTask<Due> task;
    private @Nullable Scheduler scheduler;

    Timers(
            DataSource dataSource,
            LogClock clock,
            CommandDispatch dispatch,
            CommandTypes types,
            @Value("${probity.timers.poll:1s}") Duration poll) {
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("timers")
                .locations("classpath:org/probity/automation/timers")
                .load()
                .migrate();
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
        this.dispatch = dispatch;
        this.types = types;
        this.poll = poll;
        this.task = Tasks.custom(GIVE)
                .onFailure((failed, timers) -> fireAgain(failed.getExecution()))
                .execute((timer, context) -> {
                    fire(timer.getData());
                    return (fired, timers) -> remove(timer);
                });
    }

    /**
     * Sets a timer, or replaces the one of the same name and id. A time that has passed is due at once. If the one that
     * is replaced is firing, its command is given nevertheless.
     */
    public void set(Timer timer) {
        Command command = timer.command();
        var due = new Due(
                timer.name(), command.getClass().getSimpleName(), mapper.writeValueAsString(command), timer.cause());
        jdbc.sql("""
                insert into %s as old (task_name, task_instance, task_data, execution_time, picked, version)
                values (?, ?, ?, ?, false, 1)
                on conflict (task_name, task_instance) do update
                set task_data = excluded.task_data, execution_time = excluded.execution_time, consecutive_failures = 0,
                    picked = false, picked_by = null, last_heartbeat = null, version = old.version + 1
                """.formatted(TABLE))
                .params(
                        GIVE.getTaskName(),
                        key(timer.name(), timer.id()),
                        json.serialize(due),
                        Timestamp.from(timer.due()))
                .update();
    }

    /** Takes a timer back; without one nothing happens. If it is firing, its command is given nevertheless. */
    public void cancel(String name, String id) {
        jdbc.sql("delete from " + TABLE + " where task_name = ? and task_instance = ? and not picked")
                .params(GIVE.getTaskName(), key(name, id))
                .update();
    }

    /** When the next timer is due, if there is one; a time that has passed is one whose command is about to be given. */
    public Optional<Instant> next() {
        return jdbc.sql("select execution_time from " + TABLE + " order by execution_time limit 1")
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    private void fire(Due due) {
        Command command = types.named(due.command())
                .map(type -> mapper.readValue(due.body(), type))
                .orElseThrow(() -> new IllegalStateException("No command is named " + due.command()));
        dispatch.give(due.timer(), command, due.cause());
    }

    /** Removes what has fired, unless another was set in its place meanwhile. */
    private void remove(TaskInstance<Due> fired) {
        jdbc.sql("delete from " + TABLE + " where task_name = ? and task_instance = ? and task_data = ?")
                .params(fired.getTaskName(), fired.getId(), json.serialize(fired.getData()))
                .update();
    }

    /** At once, which is at the next poll: in an example log the clock may never reach a later time. */
    private void fireAgain(Execution failed) {
        jdbc.sql("update " + TABLE + " set " + NOT_FIRING + ", last_failure = ?, consecutive_failures = ?"
                        + " where task_name = ? and task_instance = ? and version = ?")
                .params(
                        Timestamp.from(clock.instant()),
                        failed.consecutiveFailures + 1,
                        failed.getTaskName(),
                        failed.getId(),
                        failed.version)
                .update();
    }

    private static String key(String name, String id) {
        return name + "/" + id;
    }

    @Override
    public synchronized void start() {
        if (scheduler == null) {
            var name = new SchedulerName.Hostname();
            release(name);
            scheduler = new PollingInRealTime(dataSource, task, poll)
                    .schedulerName(name)
                    .tableName(TABLE)
                    .serializer(json)
                    .clock(clock::instant)
                    .pollingInterval(poll)
                    .threads(2)
                    .shutdownMaxWait(Duration.ofSeconds(10))
                    .build();
            scheduler.start();
        }
    }

    /**
     * Frees what this node was firing when it died. By their heartbeats such timers would be found only when the
     * clock has gone on, which that of an example log may never do. Should another process of this host be firing
     * one of them, it fires twice and acts once.
     */
    private void release(SchedulerName name) {
        jdbc.sql("update " + TABLE + " set " + NOT_FIRING + " where picked and picked_by = ?")
                .param(name.getName())
                .update();
    }

    @Override
    public synchronized void stop() {
        if (scheduler != null) {
            scheduler.stop();
            scheduler = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return scheduler != null;
    }

    /** What is due follows the log's clock, but how long to wait for the next look does not: that clock may stand. */
    private static final class PollingInRealTime extends SchedulerBuilder {

        private final Duration poll;

        PollingInRealTime(DataSource dataSource, CustomTask<Due> task, Duration poll) {
            super(dataSource, List.of(task));
            this.poll = poll;
        }

        @Override
        protected Waiter buildWaiter() {
            return new Waiter(poll);
        }
    }

    /** What is stored of a timer. */
    record Due(String timer, String command, String body, String cause) {}
}
