package org.probity.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** {@code results.json}, merged by name with what is there, and {@code results.txt}, a table of the same. */
final class Results {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path directory;
    private final Map<String, Result> all = new LinkedHashMap<>();

    private Results(Path directory) {
        this.directory = directory;
    }

    /** What is there already. */
    static Results in(Path directory) {
        var results = new Results(directory);
        Path file = directory.resolve("results.json");
        if (Files.exists(file)) {
            JSON.readValue(file.toFile(), new TypeReference<java.util.List<Result>>() {})
                    .forEach(result -> results.all.put(result.name(), result));
        }
        return results;
    }

    void add(Result result) {
        all.put(result.name(), result);
        System.out.println(line(result));
    }

    void write() throws IOException {
        Files.createDirectories(directory);
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(directory.resolve("results.json").toFile(), all.values());
        Files.write(
                directory.resolve("results.txt"),
                all.values().stream().map(Results::line).toList());
    }

    private static String line(Result result) {
        return String.format(
                Locale.ROOT,
                "%-30s %10.1f %-10s beside %-42s %10.1f   ratio %.2f",
                result.name(),
                result.value(),
                result.unit(),
                result.peer(),
                result.peerValue(),
                result.ratio());
    }
}
