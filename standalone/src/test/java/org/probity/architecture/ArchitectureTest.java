package org.probity.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.probity.command.Command;
import org.probity.command.Rule;
import org.probity.event.Event;

@AnalyzeClasses(packages = "org.probity", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule events_know_neither_spring_nor_axon_nor_a_database = noClasses()
            .that()
            .resideInAnyPackage("org.probity.event..", "org.probity.id..", "org.probity.*.event..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.axonframework..", "java.sql..", "tools.jackson..");

    @ArchTest
    static final ArchRule the_event_store_knows_nothing_of_the_domain = noClasses()
            .that()
            .resideInAPackage("org.probity.eventstore..")
            .should()
            .dependOnClassesThat(
                    resideInAPackage("org.probity..").and(not(resideInAPackage("org.probity.eventstore.."))));

    @ArchTest
    static final ArchRule the_write_side_asks_nothing_of_the_read_side = noClasses()
            .that()
            .resideInAnyPackage("org.probity.command..", "org.probity.*.command..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.probity.query..", "org.probity.*.query..");

    @ArchTest
    static final ArchRule the_read_side_asks_nothing_of_the_write_side = noClasses()
            .that()
            .resideInAnyPackage("org.probity.query..", "org.probity.*.query..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.probity.command..", "org.probity.*.command..");

    @ArchTest
    static final ArchRule contexts_do_not_know_each_other_in_a_circle =
            slices().matching("org.probity.(*).command..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule a_command_is_a_record_or_a_sealed_family = classes()
            .that()
            .implement(Command.class)
            .and()
            .areNotInterfaces()
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule an_event_is_a_record_of_a_family = classes()
            .that()
            .implement(Event.class)
            .and()
            .areNotInterfaces()
            .should()
            .beRecords();

    @ArchTest
    static final ArchRule rules_are_constants =
            classes().that().implement(Rule.class).should().beEnums();

    @ArchTest
    static final ArchRule decisions_ask_no_clock_and_throw_no_dice = noClasses()
            .that(resideInAnyPackage("org.probity.*.command..", "org.probity.*.query.."))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule nothing_is_called_by_a_word_that_says_nothing = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl");
}
