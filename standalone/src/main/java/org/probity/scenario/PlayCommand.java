package org.probity.scenario;

import java.io.PrintStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** {@code play <file> [--to=<address>]}: plays a scenario to a service that runs already. */
public final class PlayCommand {

    private static final String TO = "--to=";
    private static final String USAGE =
            "usage: play <file or name> [--to=http://localhost:8080]%nScenarios that come along: %s";

    private PlayCommand() {}

    /**
     * Plays it, and tells how it goes.
     *
     * @param args what follows the word {@code play}
     * @return the exit code: 0 when all was played, else 1
     */
    public static int run(List<String> args, PrintStream out, PrintStream err) {
        Progress progress = Progress.on(out);
        List<String> addresses = args.stream().filter(arg -> arg.startsWith(TO)).toList();
        List<String> files = args.stream().filter(arg -> !arg.startsWith("-")).toList();
        if (files.size() != 1 || addresses.size() > 1 || files.size() + addresses.size() != args.size()) {
            err.println(USAGE.formatted(String.join(", ", ScenarioFiles.bundled())));
            return 1;
        }
        String which = files.getFirst();
        String address = addresses.isEmpty()
                ? "http://localhost:8080"
                : addresses.getFirst().substring(TO.length());
        try (Service service = new Service(URI.create(address))) {
            Scenario scenario = ScenarioFiles.read(which);
            List<String> unknown = unknown(scenario, service);
            if (!unknown.isEmpty()) {
                err.println("""
                        The issuer of %s has no example users called %s.
                        Start that service with --probity.example-users=%s (or --probity.scenario=%s), then play again.""".formatted(address, String.join(", ", unknown), which, which));
                return 1;
            }
            progress.say("Playing " + scenario.title() + " to " + address);
            new ScenarioPlayer(scenario, service, progress).play(ScenarioPlayer.logBefore(scenario, service));
            progress.whereToLook(address);
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            err.println("Told to stop. Playing the same file again goes on.");
        } catch (UnreadableScenario | StoppedScenario | Service.OutOfReach | IllegalArgumentException e) {
            progress.say("");
            err.println(e.getMessage());
        }
        return 1;
    }

    private static List<String> unknown(Scenario scenario, Service service)
            throws Service.OutOfReach, InterruptedException {
        service.issuer(); // says so when there is none
        List<String> unknown = new ArrayList<>();
        for (String user : scenario.cast()) {
            if (!service.knows(user)) {
                unknown.add(user);
            }
        }
        return unknown;
    }
}
