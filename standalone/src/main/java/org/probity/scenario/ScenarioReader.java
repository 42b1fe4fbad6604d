package org.probity.scenario;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.probity.command.NameBasedId;
import org.probity.people.event.Authority;
import org.probity.scenario.Scenario.Given;
import org.probity.scenario.Scenario.Step;
import org.probity.scenario.UnreadableScenario.Problem;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a scenario's file, and finds everything that is wrong with it before the first step is played. */
final class ScenarioReader {

    private static final Set<String> FILE_KEYS = ordered("scenario", "title", "actors", "steps");
    private static final Set<String> STEP_KEYS =
            ordered("at", "as", "give", "with", "refused", "attempt", "await", "note");

    /** A name also stands in tokens, addresses of commands and ids. */
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]*");

    private static final Map<String, Authority> AUTHORITIES = Collections.unmodifiableMap(Arrays.stream(
                    Authority.values())
            .collect(Collectors.toMap(Authority::kebab, Function.identity(), (one, other) -> one, TreeMap::new)));

    private final List<Problem> problems = new ArrayList<>();
    private final YamlTree yaml;
    private final Map<String, Set<Authority>> actors = new LinkedHashMap<>();
    private String name = "";
    private @Nullable Instant clock;

    private ScenarioReader() {
        Map<String, Function<String, Object>> tags = new TreeMap<>();
        tags.put("!id", id -> NameBasedId.of(name + "/" + id).toString());
        tags.put("!issuer", nothing -> IssuerUrl.HERE);
        this.yaml = new YamlTree(problems, tags);
    }

    /**
     * Reads a file's text.
     *
     * @param source the file, as messages are to name it
     * @throws UnreadableScenario with everything that is wrong, each with its line
     */
    static Scenario read(String source, String text) throws UnreadableScenario {
        ScenarioReader reader = new ScenarioReader();
        Node root = reader.yaml.compose(text);
        Scenario scenario = root == null ? null : reader.scenario(source, root);
        if (scenario == null || !reader.problems.isEmpty()) {
            throw new UnreadableScenario(source, reader.problems);
        }
        return scenario;
    }

    private @Nullable Scenario scenario(String source, Node root) {
        Map<String, Node> file = yaml.entries(root, "a scenario", FILE_KEYS);
        for (String required : List.of("scenario", "title", "steps")) {
            if (!file.containsKey(required)) {
                yaml.problem(root, "the scenario lacks \"" + required + "\"");
            }
        }
        // First the name, which ids are made of, and the actors, whom steps refer to, wherever they stand.
        name = matching(file.get("scenario"), "scenario", NAME);
        String title = file.containsKey("title") ? yaml.text(file.get("title"), "title") : null;
        if (file.containsKey("actors")) {
            yaml.entries(file.get("actors"), "actors").forEach(this::actor);
        }
        List<Step> steps = file.containsKey("steps") ? steps(file.get("steps")) : List.of();
        return title == null || steps.isEmpty() ? null : new Scenario(source, name, title, actors, steps);
    }

    private void actor(String actor, Node node) {
        if (!NAME.matcher(actor).matches()) {
            yaml.problem(node, "actor \"" + actor + "\" must be named in lower case letters, digits and hyphens");
        }
        Set<Authority> may = EnumSet.noneOf(Authority.class);
        may.addAll(yaml.each(node, "the authorities of " + actor, this::authority));
        Authority itsOwn = AUTHORITIES.get(actor);
        if (itsOwn != null && !may.contains(itsOwn)) {
            yaml.problem(node, "actor \"" + actor + "\" is an example user already and must keep this authority");
        }
        actors.put(actor, may);
    }

    private @Nullable Authority authority(Node node) {
        String text = yaml.text(node, "an authority");
        Authority authority = text == null ? null : AUTHORITIES.get(text);
        if (text != null && authority == null) {
            yaml.problem(
                    node, "unknown authority \"" + text + "\"; known are " + String.join(", ", AUTHORITIES.keySet()));
        }
        return authority;
    }

    private List<Step> steps(Node node) {
        List<Step> steps = new ArrayList<>();
        List<Node> nodes = yaml.elements(node, "steps");
        if (nodes.isEmpty()) {
            yaml.problem(node, "there are no steps");
        }
        for (Node step : nodes) {
            steps.add(step(steps.size() + 1, step));
        }
        if (!steps.isEmpty() && steps.getFirst().at() == null && steps.stream().anyMatch(step -> step.at() != null)) {
            yaml.problem(nodes.getFirst(), "the first step lacks \"at\", though later ones set the clock");
        }
        return steps;
    }

    private Step step(int number, Node node) {
        Map<String, Node> step = yaml.entries(node, "a step", STEP_KEYS);
        Instant at = step.containsKey("at") ? at(step.get("at")) : null;
        boolean onlyTime = step.containsKey("at")
                && step.keySet().stream().noneMatch(ordered("as", "give", "with", "refused", "attempt")::contains);
        String awaited = step.containsKey("await") ? matching(step.get("await"), "await", TYPE) : null;
        if (awaited != null && step.containsKey("refused")) {
            yaml.problem(node, "nothing follows from a refusal, so there is nothing to await");
        }
        return new Step(
                number,
                YamlTree.line(node),
                at,
                onlyTime ? null : given(node, step),
                awaited,
                step.containsKey("note") ? yaml.text(step.get("note"), "note") : null);
    }

    private Given given(Node node, Map<String, Node> step) {
        for (String required : List.of("as", "give")) {
            if (!step.containsKey(required)) {
                yaml.problem(node, "the step lacks \"" + required + "\"");
            }
        }
        Node as = step.get("as");
        String actor = as == null ? null : yaml.text(as, "as");
        if (as != null && actor != null && !actors.containsKey(actor) && !AUTHORITIES.containsKey(actor)) {
            yaml.problem(as, "unknown actor \"" + actor + "\": neither under actors nor an authority");
        }
        return new Given(
                actor == null ? "" : actor,
                matching(step.get("give"), "give", TYPE),
                step.containsKey("with") ? yaml.mapping(step.get("with")) : Map.of(),
                step.containsKey("refused") ? matching(step.get("refused"), "refused", NAME) : null,
                step.containsKey("attempt") ? attempt(step.get("attempt")) : 1);
    }

    /** The moment to which the clock moves; absent if it already shows it. */
    private @Nullable Instant at(Node node) {
        String text = yaml.text(node, "at");
        if (text == null) {
            return null;
        }
        try {
            Instant at = Instant.parse(text);
            if (clock != null && at.isBefore(clock)) {
                yaml.problem(node, "the clock cannot go back from " + clock + " to " + at);
            }
            boolean moves = !at.equals(clock);
            clock = at;
            return moves ? at : null;
        } catch (DateTimeParseException e) {
            yaml.problem(node, "not a moment such as 2025-09-01T09:00:00Z: " + text);
            return null;
        }
    }

    private int attempt(Node node) {
        String text = yaml.text(node, "attempt");
        if (text != null && Pattern.matches("[1-9]\\d{0,2}", text)) {
            return Integer.parseInt(text);
        }
        yaml.problem(node, "attempt must be a number from 1");
        return 1;
    }

    private String matching(@Nullable Node node, String what, Pattern pattern) {
        String text = node == null ? null : yaml.text(node, what);
        if (node != null && text != null && !pattern.matcher(text).matches()) {
            yaml.problem(node, what + " must have the form " + pattern + ": " + text);
        }
        return text == null ? "" : text;
    }

    private static Set<String> ordered(String... keys) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(keys)));
    }
}
