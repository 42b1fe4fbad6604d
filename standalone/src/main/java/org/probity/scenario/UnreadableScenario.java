package org.probity.scenario;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A file that is no scenario; nothing of it was played. The message lists everything that is wrong, line by line. */
final class UnreadableScenario extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableScenario(String source, List<Problem> problems) {
        super(problems.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .map(problem -> source + ":" + problem.line() + ": " + problem.text())
                .collect(Collectors.joining(System.lineSeparator())));
    }

    UnreadableScenario(String message) {
        super(message);
    }

    /**
     * One thing that is wrong.
     *
     * @param line from 1
     */
    record Problem(int line, String text) {}
}
