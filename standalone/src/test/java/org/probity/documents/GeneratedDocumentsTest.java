package org.probity.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probity.command.CommandTypes;
import org.probity.command.CommonRule;
import org.probity.command.ContextCatalogue;
import org.probity.command.Rule;
import org.probity.event.EventFamilies;
import org.probity.event.Personal;
import org.probity.people.event.Authority;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/**
 * Writes {@code docs/events.md} and {@code docs/rules.md} from the code with {@code -Dprobity.write-docs=true}, and
 * otherwise fails when they say something else than the code.
 */
class GeneratedDocumentsTest {

    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void events_are_listed_as_they_are() throws IOException {
        isCurrent("events.md", events());
    }

    @Test
    void rules_and_commands_are_listed_as_they_are() throws IOException {
        isCurrent("rules.md", rules());
    }

    private static void isCurrent(String name, String text) throws IOException {
        Path document = DOCS.resolve(name);
        if (Boolean.getBoolean("probity.write-docs")) {
            Files.writeString(document, text);
        }
        assertThat(Files.exists(document) ? Files.readString(document) : "")
                .describedAs("docs/%s is stale: run mvn verify -Dprobity.write-docs=true", name)
                .isEqualTo(text);
    }

    private static String events() {
        var text = new StringBuilder("""
                # Events

                Made from the code; see `GeneratedDocumentsTest`. What can happen, one family for each kind of stream. Components
                in *italics* are personal data about somebody and may come back empty; `?` marks what may be absent.
                """);
        for (Class<?> family : EventFamilies.ALL) {
            text.append("\n## ")
                    .append(family.getSimpleName())
                    .append(" (")
                    .append(contextOf(family))
                    .append(")\n\n| event | says |\n| --- | --- |\n");
            for (Class<?> event : family.getPermittedSubclasses()) {
                text.append("| `")
                        .append(event.getSimpleName())
                        .append("` | ")
                        .append(Stream.of(event.getRecordComponents())
                                .map(GeneratedDocumentsTest::component)
                                .collect(Collectors.joining(", ")))
                        .append(" |\n");
            }
        }
        return text.toString();
    }

    private static String rules() {
        var text = new StringBuilder("""
                # Commands and rules

                Made from the code; see `GeneratedDocumentsTest`. Who may give a command is what the token must carry. For most
                commands the person needs a duty besides: for the body, campaign or board concerned, or for any body to change
                the register that all of them share. None is needed for one's own declarations, for what a clinician may do, for
                retention holds, and by a policy owner for organisations, people, accounts, duties and an example's clock. A rule
                that refuses a command answers 409 with its code, and the refusal is recorded. Sources: YH and CD are the two
                strategies the product started from, GC codes of practice for public appointments and boards (by analogy), P this
                product's default.
                """);
        section(text, "every context", List.of(CommonRule.values()));
        for (ContextCatalogue context : contexts()) {
            text.append("\n## ")
                    .append(context.context())
                    .append("\n\n| command | by | fields |\n| --- | --- | --- |\n");
            for (var command : new CommandTypes(List.of(context)).all()) {
                String by = CommandTypes.allowedBy(command).stream()
                        .map(Authority::kebab)
                        .collect(Collectors.joining(", "));
                text.append("| `")
                        .append(command.getSimpleName())
                        .append("` | ")
                        .append(by.isEmpty() ? "the service itself" : by)
                        .append(" | ")
                        .append(Stream.of(command.getRecordComponents())
                                .map(GeneratedDocumentsTest::component)
                                .collect(Collectors.joining(", ")))
                        .append(" |\n");
            }
            rules(text, context.rules());
        }
        return text.toString();
    }

    private static void section(StringBuilder text, String title, List<? extends Rule> rules) {
        text.append("\n## ").append(title).append('\n');
        rules(text, rules);
    }

    private static void rules(StringBuilder text, List<? extends Rule> rules) {
        text.append("\n| rule | says | source |\n| --- | --- | --- |\n");
        rules.stream().sorted(Comparator.comparing(Rule::code)).forEach(rule -> text.append("| `")
                .append(rule.code())
                .append("` | ")
                .append(rule.wording().sentence())
                .append(" | ")
                .append(rule.wording().source())
                .append(" |\n"));
    }

    private static String component(RecordComponent component) {
        boolean personal = component.isAnnotationPresent(Personal.class);
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        String name = personal ? "*" + component.getName() + "*" : component.getName();
        return name + (optional && !personal ? "?" : "") + ": " + type(component.getGenericType());
    }

    private static String type(Type type) {
        if (type instanceof ParameterizedType parameterized) {
            String arguments = Stream.of(parameterized.getActualTypeArguments())
                    .map(GeneratedDocumentsTest::type)
                    .collect(Collectors.joining(", "));
            return ((Class<?>) parameterized.getRawType()).getSimpleName() + " of " + arguments;
        }
        return ((Class<?>) type).getSimpleName();
    }

    private static String contextOf(Class<?> family) {
        return family.getPackageName().split("\\.", -1)[2];
    }

    /** The catalogues of all contexts, from the configurations that declare them. */
    static List<ContextCatalogue> contexts() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Configuration.class));
        try (var beans = new AnnotationConfigApplicationContext()) {
            beans.getEnvironment().getSystemProperties().put("probity.example-logs-allowed", "true");
            for (var candidate : scanner.findCandidateComponents("org.probity")) {
                String name = String.valueOf(candidate.getBeanClassName());
                if (name.endsWith("Context")) {
                    beans.register(Class.forName(name));
                }
            }
            beans.refresh();
            return beans.getBeansOfType(ContextCatalogue.class).values().stream()
                    .sorted(Comparator.comparing(ContextCatalogue::context))
                    .toList();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
