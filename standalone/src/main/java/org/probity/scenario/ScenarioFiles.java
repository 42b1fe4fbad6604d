package org.probity.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.util.StringUtils;

/** Finds scenarios: those that come along, by name, and anybody's own, by path. */
final class ScenarioFiles {

    private static final String FOLDER = "scenarios/";
    private static final String ENDING = ".yaml";

    private ScenarioFiles() {}

    /**
     * Reads a scenario.
     *
     * @param which the name of one that comes along, or else the path of a file
     * @throws UnreadableScenario if there is none of that name, or it cannot be read
     */
    static Scenario read(String which) throws UnreadableScenario {
        ClassPathResource bundled = new ClassPathResource(FOLDER + which + ENDING);
        try {
            if (!which.contains("/") && bundled.exists()) {
                try (InputStream in = bundled.getInputStream()) {
                    return ScenarioReader.read(which + ENDING, new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            Path file = Path.of(which);
            if (Files.isRegularFile(file)) {
                return ScenarioReader.read(which, Files.readString(file));
            }
        } catch (IOException | InvalidPathException e) {
            throw new UnreadableScenario(which + " cannot be read: " + e.getMessage());
        }
        throw new UnreadableScenario(which + " is neither a file nor a scenario that comes along; these do: "
                + String.join(", ", bundled()));
    }

    /** The names of the scenarios that come along. */
    static List<String> bundled() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver()
                            .getResources("classpath*:" + FOLDER + "*" + ENDING))
                    .map(file -> StringUtils.stripFilenameExtension(String.valueOf(file.getFilename())))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
