package org.probity.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.probity.id.PersonId;

@NullMarked
class EventFamiliesTest {

    @Test
    void everyFamilyIsSealedAndHoldsItsRecords() {
        assertThat(EventFamilies.ALL).doesNotHaveDuplicates().allSatisfy(family -> {
            assertThat(family.isSealed()).as(family.getName()).isTrue();
            assertThat(family.getPermittedSubclasses())
                    .as(family.getName())
                    .isNotEmpty()
                    .allSatisfy(event -> {
                        assertThat(event.isRecord()).as(event.getName()).isTrue();
                        assertThat(event.getDeclaringClass()).isEqualTo(family);
                    });
            assertThat(family.getDeclaredClasses()).containsExactlyInAnyOrder(family.getPermittedSubclasses());
        });
    }

    @Test
    void aStoredTypeNameMeansOneEvent() {
        assertThat(events().map(Class::getSimpleName)).doesNotHaveDuplicates();
    }

    @Test
    void noFamilyIsForgotten() throws IOException {
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.map(path -> path.getFileName().toString())
                            .filter(name -> name.endsWith("Event.java") && !name.equals("Event.java")))
                    .containsExactlyInAnyOrderElementsOf(EventFamilies.ALL.stream()
                            .map(family -> family.getSimpleName() + ".java")
                            .toList());
        }
    }

    @Test
    void personalDataNamesItsPersonAndMayBeAbsentAfterErasure() {
        assertThat(components().filter(component -> component.isAnnotationPresent(Personal.class)))
                .isNotEmpty()
                .allSatisfy(component -> {
                    String of = component.getAnnotation(Personal.class).of();
                    assertThat(component.getDeclaringRecord().getRecordComponents())
                            .as(component.toString())
                            .anySatisfy(holder -> {
                                assertThat(holder.getName()).isEqualTo(of);
                                assertThat(holder.getType()).isEqualTo(PersonId.class);
                                assertThat(isNullable(holder)).isFalse();
                            });
                    assertThat(isNullable(component)).as(component.toString()).isTrue();
                });
    }

    @Test
    void freeTextInTheStoryOfAParticipationIsPersonal() {
        assertThat(components()
                        .filter(component -> component
                                .getDeclaringRecord()
                                .getEnclosingClass()
                                .getSimpleName()
                                .equals("ParticipationEvent"))
                        .filter(component -> component.getType() == String.class))
                .isNotEmpty()
                .allSatisfy(component -> assertThat(component.isAnnotationPresent(Personal.class))
                        .as(component.toString())
                        .isTrue());
    }

    @Test
    void everyIdIsAPlainValueInJson() throws IOException {
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/org/probity/id"))) {
            List<String> names = sources.map(
                            path -> path.getFileName().toString().replace(".java", ""))
                    .filter(name ->
                            !List.of("package-info", "Slug", "ParticipationId").contains(name))
                    .toList();
            assertThat(names).isNotEmpty().allSatisfy(name -> {
                Class<?> id = Class.forName("org.probity.id." + name);
                assertThat(id.getRecordComponents()).as(name).hasSize(1);
                assertThat(id.getDeclaredConstructors()[0].getAnnotation(JsonCreator.class))
                        .as(name)
                        .isNotNull();
            });
        }
    }

    private static Stream<Class<?>> events() {
        return EventFamilies.ALL.stream().flatMap(family -> Arrays.stream(family.getPermittedSubclasses()));
    }

    private static Stream<RecordComponent> components() {
        return events().flatMap(event -> Arrays.stream(event.getRecordComponents()));
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
