package org.probity.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.dialect.PostgreSQLDialect;

/** Measures one thing after the other; what is not measured at the moment does not run. */
public final class Benchmarks {

    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final int CALLERS = 64;

    /** The compiler is busy for the first ten seconds of an append or a command, and for half a minute of HTTP. */
    private static final int ROUNDS_TO_WARM_UP = 3;

    /** What has run before in the same store. */
    private static final int ROUNDS_WHEN_WARM = 1;

    /** Whoever carries out less takes longer to settle. The commands that it stands beside are warm by then. */
    private static final int ROUNDS_TO_WARM_UP_PEER = 6;

    private static final int ROUNDS_TO_WARM_UP_HTTP = 15;
    private static final int REPLAYED = 1_000_000;
    private static final int REPLAYED_BESIDE_JPA = 200_000;

    /** It reads less than a thousand a second then. */
    private static final int REPLAYED_WITH_LARGE_OBJECTS = 2_000;

    private static final int FEW = 100_000;
    private static final int MANY = 5_000_000;
    private static final double LAG_BOUND_MILLIS = 100;

    private final Database database;
    private final Results results;
    private final List<String> wanted;

    private Benchmarks(Database database, Results results, List<String> wanted) {
        this.database = database;
        this.results = results;
        this.wanted = wanted;
    }

    /**
     * Measures.
     *
     * @param arguments the directory to write to, and then the names of what to measure; without names all that takes
     *     neither a large history nor a process of its own
     */
    public static void main(String[] arguments) throws IOException {
        Results results = Results.in(Path.of(arguments[0]));
        try (var database = new Database()) {
            var benchmarks = new Benchmarks(
                    database, results, Stream.of(arguments).skip(1).toList());
            benchmarks.appends();
            benchmarks.commands();
            benchmarks.http();
            benchmarks.replays();
            benchmarks.lag();
            benchmarks.growth();
        }
        results.write();
    }

    private void appends() {
        if (!isAnyWanted("append-single", "conflict-cost")) {
            return;
        }
        try (var store = new Store(database.empty())) {
            var raw = new RawInserts(store.url());
            for (int callers : List.of(1, 8, CALLERS)) {
                int warmUp = callers == 1 ? ROUNDS_TO_WARM_UP : ROUNDS_WHEN_WARM;
                measure(
                        warmUp,
                        warmUp,
                        "append-single-" + callers,
                        "events/s",
                        "plain JDBC insert, %d callers".formatted(callers),
                        () -> store.perSecond(callers, ROUND),
                        () -> raw.perSecond(callers, ROUND));
            }
            measure(
                    ROUNDS_WHEN_WARM,
                    ROUNDS_WHEN_WARM,
                    "conflict-cost",
                    "events/s",
                    "the same 64 callers without conflicts",
                    () -> store.perSecondWithConflicts(CALLERS, ROUND),
                    () -> store.perSecond(CALLERS, ROUND));
        }
    }

    private void commands() {
        if (!isAnyWanted("command-path", "encryption-cost")) {
            return;
        }
        try (var store = new Store(database.empty());
                var commands = store.commands()) {
            DoubleSupplier subject = () -> commands.perSecond(CALLERS, ROUND);
            commands.perSecond(CALLERS, ROUND.multipliedBy(ROUNDS_TO_WARM_UP));
            if (isWanted("command-path")) {
                var raw = new RawInserts(store.url());
                int best = raw.bestCallers();
                measure(
                        "command-path",
                        "commands/s",
                        "plain JDBC insert, %d callers (its best)".formatted(best),
                        subject,
                        () -> raw.perSecond(best, ROUND));
            }
            beside("axon-jdbc", "Axon's JDBC engine", subject, AxonJdbc::new);
            beside("axon-jpa", "Axon's JPA engine", subject, url -> new AxonJpa(url, PostgreSQLDialect.class));
            beside("axon-jpa-tuned", "the same with BYTEA", subject, url -> new AxonJpa(url, ByteaDialect.class));
            beside("crud", "Spring Data JPA with Envers", subject, Crud::new);
            if (isWanted("encryption-cost")) {
                try (var sealing = Store.sealing(database.empty());
                        var sealed = sealing.commands()) {
                    measure(
                            "encryption-cost",
                            "commands/s",
                            "the same without personal data",
                            () -> sealed.perSecond(CALLERS, ROUND),
                            subject);
                }
            }
        }
    }

    private void beside(String name, String peer, DoubleSupplier subject, Function<String, Peer> start) {
        if (isWanted("command-path-vs-" + name)) {
            try (Peer started = start.apply(database.empty())) {
                measure(
                        ROUNDS_WHEN_WARM,
                        ROUNDS_TO_WARM_UP_PEER,
                        "command-path-vs-" + name,
                        "commands/s",
                        peer,
                        subject,
                        () -> started.perSecond(CALLERS, ROUND));
            }
        }
    }

    private void http() {
        if (wanted.contains("http-command")) {
            try (var service = new CommandService(database.empty(), CALLERS)) {
                measure(
                        ROUNDS_TO_WARM_UP_HTTP,
                        ROUNDS_TO_WARM_UP_HTTP,
                        "http-command",
                        "commands/s",
                        "the same commands without HTTP",
                        () -> service.perSecondOverHttp(CALLERS, ROUND),
                        () -> service.perSecondWithin(CALLERS, ROUND));
            }
        }
    }

    private void replays() {
        if (!isAnyWanted("replay")) {
            return;
        }
        try (var replay = new Replay(database.empty(), REPLAYED)) {
            measure("replay", "events/s", "COPY of the rows as text", replay::perSecond, replay::copiedPerSecond);
            beside("axon-jpa", "Axon's JPA engine", replay, PostgreSQLDialect.class, REPLAYED_WITH_LARGE_OBJECTS);
            beside("axon-jpa-tuned", "the same with BYTEA", replay, ByteaDialect.class, REPLAYED_BESIDE_JPA);
        }
    }

    private void beside(
            String name, String peer, Replay subject, Class<? extends PostgreSQLDialect> dialect, int count) {
        if (isWanted("replay-vs-" + name)) {
            try (var axon = new AxonJpaReplay(database.empty(), dialect, count)) {
                measure(
                        "replay-vs-" + name,
                        "events/s",
                        peer,
                        () -> subject.perSecondOf(REPLAYED_BESIDE_JPA),
                        axon::perSecond);
            }
        }
    }

    private void growth() {
        if (wanted.contains("append-growth")) {
            try (var grown = Store.with(MANY, database.empty());
                    var small = Store.with(FEW, database.empty())) {
                measure(
                        "append-growth",
                        "events/s",
                        "the same on a log of %,d at first".formatted(FEW),
                        () -> grown.perSecond(CALLERS, ROUND),
                        () -> small.perSecond(CALLERS, ROUND));
            }
        }
    }

    private void lag() {
        if (wanted.contains("projection-lag-p99")) {
            try (var lag = new ProjectionLag(database.empty())) {
                double p99 = lag.p99();
                results.add(new Result(
                        "projection-lag-p99", p99, "ms", "what is bearable", LAG_BOUND_MILLIS, p99 / LAG_BOUND_MILLIS));
            }
        }
    }

    private void measure(String name, String unit, String peer, DoubleSupplier subject, DoubleSupplier beside) {
        measure(ROUNDS_TO_WARM_UP, ROUNDS_TO_WARM_UP, name, unit, peer, subject, beside);
    }

    private void measure(
            int warmUp,
            int warmUpBeside,
            String name,
            String unit,
            String peer,
            DoubleSupplier subject,
            DoubleSupplier beside) {
        if (isWanted(name)) {
            results.add(new Comparison(name, unit, peer, warmUp, warmUpBeside, subject, beside).measure());
        }
    }

    private boolean isAnyWanted(String... beginnings) {
        return wanted.isEmpty()
                || Stream.of(beginnings)
                        .anyMatch(beginning -> wanted.stream().anyMatch(name -> name.startsWith(beginning)));
    }

    private boolean isWanted(String name) {
        return wanted.isEmpty() || wanted.contains(name);
    }
}
