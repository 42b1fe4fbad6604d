package org.probity.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody sleeps in the hope that something has happened meanwhile: not the code, and least of all its tests. */
class WaitingTest {

    private static final ArchRule NOTHING_SLEEPS = noClasses()
            .should()
            .accessTargetWhere(target(name("sleep"))
                    .and(target(owner(assignableTo(Thread.class).or(assignableTo(TimeUnit.class))))));

    @Test
    void no_test_of_any_module_sleeps() throws IOException {
        List<Path> tested = modules().stream()
                .filter(module -> Files.exists(module.resolve("src/test/java")))
                .toList();

        NOTHING_SLEEPS.check(new ClassFileImporter().importPaths(compiled(tested, "target/test-classes")));
    }

    /** Whoever plays a scenario waits for a service that may be anywhere, and for as long as that one says. */
    @Test
    void nothing_sleeps_but_the_player_of_scenarios() throws IOException {
        ClassFileImporter butThePlayer = new ClassFileImporter()
                .withImportOption(location -> !location.contains("org/probity/scenario/ScenarioPlayer.class")
                        && !location.contains("org/probity/scenario/Service.class"));

        NOTHING_SLEEPS.check(butThePlayer.importPaths(compiled(modules(), "target/classes")));
    }

    private static List<Path> compiled(List<Path> modules, String where) {
        assertThat(modules).hasSizeGreaterThan(5).allSatisfy(module -> assertThat(module.resolve(where))
                .isNotEmptyDirectory());
        return modules.stream().map(module -> module.resolve(where)).toList();
    }

    private static List<Path> modules() throws IOException {
        try (Stream<Path> directories = Files.list(Path.of(".."))) {
            return directories
                    .filter(directory -> Files.exists(directory.resolve("src/main/java")))
                    .toList();
        }
    }
}
