package org.probity.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Measures everything and writes {@code results.json}, merged by name with what is there, and a table beside it. */
public final class Benchmarks {

    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final int REPLAYED = Integer.getInteger("replayed", 1_000_000);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Benchmarks() {}

    /**
     * Measures.
     *
     * @param arguments the directory to write to, and then the names of what to measure; all without names
     */
    public static void main(String[] arguments) throws IOException {
        List<String> wanted = Stream.of(arguments).skip(1).toList();
        Path results = Path.of(arguments[0]).resolve("results.json");
        Map<String, Result> all = new LinkedHashMap<>();
        if (Files.exists(results)) {
            JSON.readValue(results.toFile(), new TypeReference<List<Result>>() {})
                    .forEach(result -> all.put(result.name(), result));
        }
        if (wanted.contains("replay")) {
            try (var database = new Database();
                    var replay = new Replay(database.empty(), REPLAYED)) {
                Result result = new Comparison(
                                "replay",
                                "events/s",
                                "COPY of the same rows as text",
                                replay::perSecond,
                                replay::copiedPerSecond)
                        .measure();
                all.put(result.name(), result);
                say(result);
            }
            return;
        }
        try (var database = new Database();
                var store = new Store(database.empty());
                var commands = store.commands();
                var axonJdbc = new AxonJdbc(database.empty())) {
            for (Comparison comparison :
                    comparisons(store, commands, new RawInserts(store.url()), axonJdbc.commands())) {
                if (wanted.isEmpty() || wanted.contains(comparison.name())) {
                    Result result = comparison.measure();
                    all.put(result.name(), result);
                    say(result);
                }
            }
        }
        Files.createDirectories(results.toAbsolutePath().getParent());
        JSON.writerWithDefaultPrettyPrinter().writeValue(results.toFile(), all.values());
    }

    private static List<Comparison> comparisons(
            Store store, CommandPath commands, RawInserts raw, CommandPath axonJdbc) {
        int best = raw.bestCallers();
        return List.of(
                new Comparison(
                        "append-single-1",
                        "events/s",
                        "plain JDBC insert, 1 caller",
                        () -> store.perSecond(1, ROUND),
                        () -> raw.perSecond(1, ROUND)),
                new Comparison(
                        "append-single-8",
                        "events/s",
                        "plain JDBC insert, 8 callers",
                        () -> store.perSecond(8, ROUND),
                        () -> raw.perSecond(8, ROUND)),
                new Comparison(
                        "append-single-64",
                        "events/s",
                        "plain JDBC insert, 64 callers",
                        () -> store.perSecond(64, ROUND),
                        () -> raw.perSecond(64, ROUND)),
                new Comparison(
                        "conflict-cost",
                        "events/s",
                        "the same 64 callers without conflicts",
                        () -> store.perSecondWithConflicts(64, ROUND),
                        () -> store.perSecond(64, ROUND)),
                new Comparison(
                        "command-path",
                        "commands/s",
                        "plain JDBC insert, %d callers (its best)".formatted(best),
                        () -> commands.perSecond(64, ROUND),
                        () -> raw.perSecond(best, ROUND)),
                new Comparison(
                        "command-path-vs-axon-jdbc",
                        "commands/s",
                        "the same commands on Axon's JDBC engine",
                        () -> commands.perSecond(64, ROUND),
                        () -> axonJdbc.perSecond(64, ROUND)));
    }

    private static void say(Result result) {
        System.out.printf(
                Locale.ROOT,
                "%-26s %10.0f %-9s beside %-40s %10.0f   ratio %.2f%n",
                result.name(),
                result.value(),
                result.unit(),
                result.peer(),
                result.peerValue(),
                result.ratio());
    }
}
