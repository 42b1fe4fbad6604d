package org.probity.scenario;

import java.util.ArrayList;
import java.util.List;
import org.probity.scenario.Scenario.Given;
import org.probity.scenario.Scenario.Step;

/** The playing came to an end before its time; the message says where, why, what stands and how to go on. */
final class StoppedScenario extends Exception {

    private static final long serialVersionUID = 1L;

    private StoppedScenario(List<String> lines) {
        super(String.join(System.lineSeparator(), lines));
    }

    /** The service answered a command in another way than the step says. */
    static StoppedScenario unexpected(Scenario scenario, Step step, Given given, Answer answer) {
        List<String> lines = begin(scenario, step);
        lines.add("  command   " + given.command() + ", given by " + given.actor());
        lines.add("  expected  " + (given.refusedBy() == null ? "accepted" : "refused by " + given.refusedBy()));
        lines.add("  answered  " + describe(answer));
        answer.invalidFields().forEach(field -> lines.add("  field     " + field));
        lines.add(played(step) + " " + trace(answer));
        lines.add(advice(answer));
        return new StoppedScenario(lines);
    }

    /** The log could not be read, or did not hold what was awaited. */
    static StoppedScenario awaitedInVain(Scenario scenario, Step step, String why) {
        List<String> lines = begin(scenario, step);
        lines.add("  awaited   " + step.awaited());
        lines.add("  but       " + why);
        lines.add(played(step) + " Step " + step.number() + " itself is in the log too.");
        lines.add("Playing the same file again goes on here.");
        return new StoppedScenario(lines);
    }

    /** A refusal that the log would count rather than record, so that it could not be found again on resuming. */
    static StoppedScenario sameRefusalAgain(Scenario scenario, Step step) {
        List<String> lines = begin(scenario, step);
        lines.add(
                "  It repeats a refusal of an earlier step: same actor, command, subject and rule. Within a minute the");
        lines.add("  log counts such a refusal instead of recording it, so that it has no place in the story.");
        lines.add(played(step));
        lines.add("Leave the step out and play the file again.");
        return new StoppedScenario(lines);
    }

    /** The service is gone. */
    static StoppedScenario outOfReach(Scenario scenario, Step step, Service.OutOfReach why) {
        List<String> lines = begin(scenario, step);
        lines.add("  " + why.getMessage());
        lines.add(played(step) + " Whether step " + step.number() + " is in the log will show.");
        lines.add("Playing the same file again goes on where it stopped; nothing happens twice.");
        return new StoppedScenario(lines);
    }

    private static List<String> begin(Scenario scenario, Step step) {
        List<String> lines = new ArrayList<>();
        lines.add(scenario.source() + ":" + step.line() + ": stopped at step " + step.number() + " of "
                + scenario.steps().size());
        return lines;
    }

    private static String describe(Answer answer) {
        if (answer.isAccepted()) {
            return "200 accepted";
        }
        String what = answer.rule().isEmpty() ? answer.code() : "refused by " + answer.rule();
        String subject = answer.text("subject");
        return answer.status() + " " + what + ": " + answer.text("detail")
                + (subject.isEmpty() ? "" : " (" + subject + ")");
    }

    private static String played(Step step) {
        int before = step.number() - 1;
        return before + (before == 1 ? " step was played." : " steps were played.");
    }

    private static String trace(Answer answer) {
        if (answer.isAccepted()) {
            return "This one was accepted, so its events are in the log up to position " + answer.position() + ".";
        }
        return answer.isRefusal()
                ? "Nothing of this one is in the log but its refusal, as every refusal."
                : "Nothing of this one is in the log.";
    }

    private static String advice(Answer answer) {
        String again = "play it again: steps played before are answered as before and do not happen twice.";
        if (answer.isAccepted()) {
            return "If that is right, take \"refused\" out of the step and " + again;
        }
        if (answer.isRefusal()) {
            return "Correct the step, add \"attempt: 2\" to it (its key now stands for the refusal), and " + again;
        }
        return switch (answer.code()) {
            case "idempotency-key-reused" ->
                "This step was answered before with another actor or content, or by an issuer of another address (a"
                        + " service on another port). If it was refused then, add \"attempt: 2\" to it; what was"
                        + " accepted stays as it is, and another story needs another name or an empty log.";
            case "unknown-command" -> "Correct the name, or play to a service that has this command; then " + again;
            default -> "Correct the file and " + again;
        };
    }
}
