package org.probity.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.probity.command.CommandTypes;
import org.probity.command.CommonRule;
import org.probity.command.Rule;
import org.probity.event.EventFamilies;

/** The glossary and the code use the same words, in both directions. */
class GlossaryTest {

    private static final Pattern IN_CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern WORD = Pattern.compile("[A-Z][a-z]+");

    /** Beside what ends in -ed, the forms of verbs that events are called by. */
    private static final Set<String> PAST = Set.of(
            "Cast",
            "Drawn",
            "Fell",
            "Found",
            "Given",
            "Held",
            "Left",
            "Made",
            "Seen",
            "Sent",
            "Set",
            "Spent",
            "Taken",
            "Withdrawn",
            "Withdrew",
            "Withheld",
            "Lost");

    private static final Set<String> NO_NOUNS =
            Set.of("Due", "For", "From", "In", "Not", "Of", "On", "Others", "Out", "Over", "To");

    private final List<String> rows = rows();

    @Test
    void every_context_and_every_word_of_an_aggregate_is_in_the_glossary() {
        String text = String.join("\n", rows);
        assertThat(GeneratedDocumentsTest.contexts()).isNotEmpty().allSatisfy(context -> assertThat(text)
                .containsIgnoringCase(context.context()));
        assertThat(EventFamilies.ALL).allSatisfy(family -> assertThat(text.replace(" ", ""))
                .containsIgnoringCase(family.getSimpleName().replace("Event", "")));
    }

    @Test
    void every_type_and_member_that_the_glossary_names_exists() {
        Map<String, List<JavaClass>> types = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.probity").stream()
                        .collect(Collectors.groupingBy(JavaClass::getSimpleName));

        assertThat(names().filter(name -> name.matches("@?[A-Z].*")))
                .isNotEmpty()
                .allSatisfy(name -> {
                    String[] parts = name.replaceAll("[@()]", "").split("\\.", -1);
                    assertThat(types).containsKey(parts[0]);
                    if (parts.length > 1) {
                        assertThat(types.get(parts[0]))
                                .flatMap(JavaClass::getAllMembers)
                                .extracting(JavaMember::getName)
                                .describedAs("members of %s", parts[0])
                                .contains(parts[1]);
                    }
                });
    }

    @Test
    void every_rule_that_the_glossary_names_exists() {
        assertThat(names().filter(name -> name.matches("[a-z]+(-[a-z]+)+")))
                .isSubsetOf(Stream.concat(
                                Arrays.stream(CommonRule.values()),
                                GeneratedDocumentsTest.contexts().stream().flatMap(context -> context.rules().stream()))
                        .map(Rule::code)
                        .toList());
    }

    @Test
    void what_a_command_or_an_event_is_about_is_a_word_of_the_glossary() {
        Set<String> words = rows.stream()
                .flatMap(row -> Stream.of(
                        row.split("\\|", -1)[1].toLowerCase(Locale.ROOT).split("[^a-z]+", -1)))
                .map(GlossaryTest::singular)
                .collect(Collectors.toSet());
        Stream<String> events = EventFamilies.ALL.stream()
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()))
                .map(Class::getSimpleName);
        Stream<String> commands = new CommandTypes(GeneratedDocumentsTest.contexts())
                .all().stream().map(type -> withoutVerb(type.getSimpleName()));

        assertThat(Stream.concat(events, commands).filter(name -> noun(name)
                        .filter(noun -> !words.contains(singular(noun)))
                        .isPresent()))
                .describedAs("names whose main noun is not in the glossary")
                .isEmpty();
    }

    /** The last word that is neither a verb nor a preposition; of {@code NotAppointed} there is none. */
    private static Optional<String> noun(String name) {
        return words(name)
                .filter(word -> !word.endsWith("ed") && !PAST.contains(word) && !NO_NOUNS.contains(word))
                .reduce((before, last) -> last)
                .map(word -> word.toLowerCase(Locale.ROOT));
    }

    private static String withoutVerb(String command) {
        return words(command).skip(1).collect(Collectors.joining());
    }

    private static Stream<String> words(String name) {
        return WORD.matcher(name).results().map(MatchResult::group);
    }

    private static String singular(String word) {
        return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
    }

    /** What stands in code font. */
    private Stream<String> names() {
        return rows.stream().map(IN_CODE::matcher).flatMap(found -> found.results()
                .map(match -> match.group(1)));
    }

    private static List<String> rows() {
        try {
            return Files.readAllLines(Path.of("..", "docs", "glossary.md")).stream()
                    .filter(line -> line.startsWith("| ") && !line.startsWith("| word |") && !line.startsWith("| ---"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
