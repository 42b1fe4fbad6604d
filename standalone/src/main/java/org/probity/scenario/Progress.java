package org.probity.scenario;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import org.probity.scenario.Scenario.Step;

/** Tells whoever watches how far it is: on a terminal in one line that is rewritten, elsewhere a line now and then. */
final class Progress {

    private static final int NOW_AND_THEN = 100;

    private final PrintStream out;
    private final boolean terminal;
    private boolean lineIsOpen;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** Rewriting lines if this is standard output and that is a terminal. */
    static Progress on(PrintStream out) {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new Progress(out, terminal && out == System.out);
    }

    /** To standard output. */
    static Progress onStandardOutput() {
        return on(System.out);
    }

    /** A step was played. */
    void played(Scenario scenario, Step step) {
        int all = scenario.steps().size();
        if (step.note() != null) {
            say("  step " + step.number() + " of " + all + "  " + step.note());
        } else if (terminal) {
            out.print("\r  step " + step.number() + " of " + all);
            out.flush();
            lineIsOpen = true;
        } else if (step.number() % NOW_AND_THEN == 0) {
            say("  step " + step.number() + " of " + all);
        }
    }

    /** All was played. */
    void finished(Scenario scenario, int refusals, Duration took) {
        say("Played " + scenario.name() + ": " + scenario.steps().size() + " steps, " + refusals
                + " of them refused as expected, in " + Math.max(1, took.toSeconds()) + " s.");
    }

    /** Whole lines of text. */
    void say(String text) {
        if (lineIsOpen) {
            out.print("\r\u001b[K");
            lineIsOpen = false;
        }
        out.println(text);
        out.flush();
    }

    /**
     * Where to look next.
     *
     * @param address of the service
     */
    void whereToLook(String address) {
        say("""
              Browse  %1$s/swagger-ui.html  (log in as any example user, such as governance-reviewer; the name is the password)
              Token   curl -s -u governance-reviewer:governance-reviewer -d grant_type=client_credentials %1$s/oauth2/token""".formatted(address));
    }
}
