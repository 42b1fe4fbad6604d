package org.probity.scenario;

import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.probity.scenario.UnreadableScenario.Problem;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads YAML with its line numbers, and notes every problem instead of stopping at the first.
 *
 * <p>A plain value is a number, a boolean or nothing only where JSON would read the same characters so; everything else
 * stays the text that was written. Dates, times of day and {@code no} therefore mean what they say.
 */
final class YamlTree {

    private static final Pattern JSON_NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final int LARGEST_FILE = 16 * 1024 * 1024;

    private final List<Problem> problems;
    private final Map<String, Function<String, Object>> tags;

    /**
     * @param problems where to note what is wrong
     * @param tags what tagged values such as {@code !id x} stand for, by tag
     */
    YamlTree(List<Problem> problems, Map<String, Function<String, Object>> tags) {
        this.problems = problems;
        this.tags = tags;
    }

    /** The document; absent, with a problem noted, if this is not YAML. */
    @Nullable
    Node compose(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST_FILE);
        try {
            Node root = new Yaml(options).compose(new StringReader(yaml));
            if (root == null) {
                problems.add(new Problem(1, "the file is empty"));
            }
            return root;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(new Problem(line, "not YAML: " + e.getProblem()));
        } catch (YAMLException e) {
            problems.add(new Problem(1, "not YAML: " + e.getMessage()));
        }
        return null;
    }

    static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    void problem(Node where, String text) {
        problems.add(new Problem(line(where), text));
    }

    /** The values of a mapping by key; keys must be texts and differ. */
    Map<String, Node> entries(Node node, String what) {
        Map<String, Node> entries = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            problem(node, what + " must be a mapping of keys to values");
            return entries;
        }
        Map<String, Integer> lines = new HashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key) || Tag.MERGE.equals(key.getTag())) {
                problem(entry.getKeyNode(), "a key must be a text");
                continue;
            }
            Integer first = lines.putIfAbsent(key.getValue(), line(key));
            if (first != null) {
                problem(key, "duplicate key \"" + key.getValue() + "\", first in line " + first);
            } else {
                entries.put(key.getValue(), entry.getValueNode());
            }
        }
        return entries;
    }

    /** The values of a mapping that may have these keys and no others. */
    Map<String, Node> entries(Node node, String what, Set<String> known) {
        Map<String, Node> entries = entries(node, what);
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key && !known.contains(key.getValue())) {
                    problem(
                            key,
                            "unknown key \"" + key.getValue() + "\" in " + what + "; known are "
                                    + String.join(", ", known));
                }
            }
        }
        return entries;
    }

    /** The elements of a list. */
    List<Node> elements(Node node, String what) {
        if (node instanceof SequenceNode list) {
            return list.getValue();
        }
        problem(node, what + " must be a list");
        return List.of();
    }

    /** The text of a single value as written; absent, with a problem noted, if there is none. */
    @Nullable
    String text(Node node, String what) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        problem(node, what + " must be a text");
        return null;
    }

    /** A value as JSON has them, with tagged values replaced. What JSON calls null is left out of mappings. */
    @Nullable
    Object value(Node node) {
        if (node.isTwoStepsConstruction()) {
            problem(node, "a value cannot contain itself");
            return null;
        }
        String tag = node.getTag().getValue();
        if (!tag.startsWith(Tag.PREFIX)) {
            return tagged(node, tag);
        }
        if (node instanceof MappingNode) {
            return mapping(node);
        }
        if (node instanceof SequenceNode list) {
            return list.getValue().stream().map(this::element).toList();
        }
        return scalar((ScalarNode) node);
    }

    /** The fields of a mapping as {@link #value} has them. */
    Map<String, Object> mapping(Node node) {
        Map<String, Object> fields = new LinkedHashMap<>();
        entries(node, "this").forEach((key, field) -> {
            Object value = value(field);
            if (value != null) {
                fields.put(key, value);
            }
        });
        return fields;
    }

    private Object element(Node node) {
        Object value = value(node);
        if (value == null) {
            problem(node, "a list cannot hold nothing");
        }
        return Objects.requireNonNullElse(value, "");
    }

    private @Nullable Object tagged(Node node, String tag) {
        Function<String, Object> meaning = tags.get(tag);
        if (meaning == null) {
            problem(node, "unknown tag " + tag + "; known are " + String.join(", ", tags.keySet()));
            return null;
        }
        return meaning.apply(node instanceof ScalarNode scalar ? scalar.getValue() : "");
    }

    private static @Nullable Object scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        if (!scalar.isPlain()) {
            return text;
        }
        return switch (text) {
            case "", "~", "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> isNumber(scalar) ? number(text) : text;
        };
    }

    private static boolean isNumber(ScalarNode scalar) {
        return (Tag.INT.equals(scalar.getTag()) || Tag.FLOAT.equals(scalar.getTag()))
                && JSON_NUMBER.matcher(scalar.getValue()).matches();
    }

    private static Object number(String text) {
        return text.chars().allMatch(c -> c == '-' || Character.isDigit(c))
                ? new BigInteger(text)
                : new BigDecimal(text);
    }

    /** A list of elements that need not all be usable. */
    <T> List<T> each(Node node, String what, Function<Node, @Nullable T> read) {
        List<T> found = new ArrayList<>();
        for (Node element : elements(node, what)) {
            T value = read.apply(element);
            if (value != null) {
                found.add(value);
            }
        }
        return found;
    }
}
