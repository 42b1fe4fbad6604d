package org.probity.automation;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.Waiter;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
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
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives commands when their time has come by the log's clock, in an example log the scenario's. Timers are kept in the
 * database and outlive the service; set by an automation, a timer is stored in the transaction of its token.
 *
 * <p>A timer fires at least once, and its command's key makes it act once: a node may die between the command and the
 * removal of the timer. That holds also for db-scheduler's heartbeats, which follow the same clock: where an example's
 * clock leaps, a timer may be taken for dead and fired again.
 */
@Component
public class Timers implements SmartLifecycle {

    private static final String TABLE = "timers.scheduled_tasks";
    private static final TaskDescriptor<Due> GIVE = TaskDescriptor.of("give", Due.class);

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final LogClock clock;
    private final CommandDispatch dispatch;
    private final CommandTypes types;
    private final Duration poll;
    private final JsonMapper mapper = JsonMapper.builder().build();
    private final TimerJson json = new TimerJson(mapper);
    private final OneTimeTask<Due> task;
    private final SchedulerClient client;
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
        this.dataSource = new TransactionAwareDataSourceProxy(dataSource);
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
        this.dispatch = dispatch;
        this.types = types;
        this.poll = poll;
        this.task = Tasks.oneTime(GIVE)
                // At once again, which is at the next poll: in an example log the clock may never reach a later time.
                .onFailure((failed, timers) -> timers.reschedule(failed, failed.getExecution().executionTime))
                .execute((timer, context) -> fire(timer.getData()));
        this.client = SchedulerClient.Builder.create(this.dataSource, task)
                .tableName(TABLE)
                .serializer(json)
                .build();
    }

    /** Sets a timer, or replaces the one of the same name and id. A time that has passed is due at once. */
    public void set(Timer timer) {
        Command command = timer.command();
        var due = new Due(
                timer.name(), command.getClass().getSimpleName(), mapper.writeValueAsString(command), timer.cause());
        client.schedule(
                GIVE.instance(key(timer.name(), timer.id())).data(due).scheduledTo(timer.due()),
                ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
    }

    /** Takes a timer back; without one nothing happens. */
    public void cancel(String name, String id) {
        TaskInstanceId timer = GIVE.instanceId(key(name, id));
        if (client.getScheduledExecution(timer).isPresent()) {
            client.cancel(timer);
        }
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
        jdbc.sql("update " + TABLE + " set picked = false, picked_by = null, last_heartbeat = null,"
                        + " version = version + 1 where picked and picked_by = ?")
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

        PollingInRealTime(DataSource dataSource, OneTimeTask<Due> task, Duration poll) {
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
