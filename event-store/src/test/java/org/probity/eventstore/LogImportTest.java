package org.probity.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.common.jpa.SimpleEntityManagerProvider;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.jpa.DomainEventEntry;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SnapshotEventEntry;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.tool.schema.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From Axon's JPA engine as Hibernate keeps it on PostgreSQL, with large objects. */
class LogImportTest {

    private static final Instant NOON = Instant.parse("2025-01-01T12:00:00.123Z");

    private final TestLog log = new TestLog();
    private final EntityManagerFactory old = new HibernatePersistenceConfiguration("old")
            .managedClasses(DomainEventEntry.class, SnapshotEventEntry.class)
            .jdbcUrl(TestLog.newDatabase())
            .schemaToolingAction(Action.CREATE)
            .createEntityManagerFactory();
    private final EntityManager entities = old.createEntityManager();
    private final JpaEventStorageEngine engine = JpaEventStorageEngine.builder()
            .entityManagerProvider(new SimpleEntityManagerProvider(entities))
            .transactionManager(this::begun)
            .eventSerializer(Jackson3Serializer.builder().build())
            .snapshotSerializer(Jackson3Serializer.builder().build())
            .build();
    private final LogImport imported = new LogImport(log.log, log.connections.pool(), TestLog.TYPES, log.serializer);

    private Transaction begun() {
        entities.getTransaction().begin();
        return new Transaction() {
            @Override
            public void commit() {
                entities.getTransaction().commit();
            }

            @Override
            public void rollback() {
                entities.getTransaction().rollback();
            }
        };
    }

    @AfterEach
    void close() {
        entities.close();
        old.close();
        log.close();
    }

    @Test
    void all_but_positions_stays_as_it_was() {
        EventMessage<?> told = told("story/a", 0, NOON);
        EventMessage<?> confided =
                event("story/b", 0, new TestLog.Story.Confided("person/one", "a secret", "here"), NOON.plusSeconds(1));
        store(told, confided);

        assertThat(imported.from(engine.readEvents(null, false))).isEqualTo(2);

        assertThat(log.all())
                .extracting(StoredEvent::position, StoredEvent::subject, StoredEvent::sequence, StoredEvent::type)
                .containsExactly(tuple(1L, "story/a", 0L, "Told"), tuple(2L, "story/b", 0L, "Confided"));
        assertThat(log.all())
                .extracting(event -> event.eventId().toString())
                .containsExactly(told.getIdentifier(), confided.getIdentifier());
        assertThat(log.all()).extracting(StoredEvent::recordedAt).containsExactly(NOON, NOON.plusSeconds(1));
        assertThat(log.all().get(0).metadata()).contains("\"by\":\"somebody\"");
        assertThat(log.all().get(1).payload()).doesNotContain("a secret");
        assertThat(log.store.readEvents("story/b").next().getPayload())
                .isEqualTo(new TestLog.Story.Confided("person/one", "a secret", "here"));
    }

    @Test
    void an_engine_with_the_serializer_of_this_application_leaks_nothing() {
        Jackson3Serializer written = Jackson3Serializer.builder().build();
        var confided = new TestLog.Story.Confided("person/one", "a secret", "here");
        var asWritten = new SerializedMessage<>(
                UUID.randomUUID().toString(),
                written.serialize(confided, byte[].class),
                written.serialize(MetaData.emptyInstance(), byte[].class),
                log.serializer);
        var read = new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(1), "Story", "story/a", 0, asWritten, () -> NOON);

        imported.from(Stream.of(read));

        assertThat(log.all().getFirst().type()).isEqualTo("Confided");
        assertThat(log.all().getFirst().payload()).doesNotContain("a secret");
    }

    @Test
    void times_stay_in_the_hour_that_a_change_of_clocks_repeats() {
        TimeZone before = TimeZone.getDefault();
        Instant first = Instant.parse("2025-10-26T00:59:00Z");
        Instant second = Instant.parse("2025-10-26T01:01:00Z");
        store(told("story/a", 0, first), told("story/b", 0, second));
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Europe/London"));
            imported.from(engine.readEvents(null, false));
        } finally {
            TimeZone.setDefault(before);
        }
        assertThat(log.all()).extracting(StoredEvent::recordedAt).containsExactly(first, second);
    }

    @Test
    void times_that_run_backwards_stand_still() {
        store(
                told("story/a", 0, NOON),
                told("story/b", 0, NOON.minusSeconds(1)),
                told("story/c", 0, NOON.plusMillis(2)));

        imported.from(engine.readEvents(null, false));

        assertThat(log.all()).extracting(StoredEvent::recordedAt).containsExactly(NOON, NOON, NOON.plusMillis(2));
    }

    @Test
    void it_goes_on_where_it_ended_and_the_log_goes_on_after_it() {
        List<EventMessage<?>> many = new ArrayList<>();
        for (int i = 0; i < 2_500; i++) {
            many.add(told("story/" + i % 100, i / 100, NOON.plusMillis(i)));
        }
        store(many.subList(0, 1_200).toArray(EventMessage<?>[]::new));
        imported.from(engine.readEvents(null, false));
        store(many.subList(1_200, 2_500).toArray(EventMessage<?>[]::new));

        assertThat(imported.from(engine.readEvents(null, false))).isEqualTo(1_300);
        assertThat(imported.from(engine.readEvents(null, false))).isZero();

        assertThat(log.all())
                .extracting(event -> event.eventId().toString())
                .containsExactlyElementsOf(
                        many.stream().map(EventMessage::getIdentifier).toList());
        assertThat(log.append(TestLog.event("story/7", 25, "goes on")).first()).isEqualTo(2_501);
    }

    @Test
    void a_log_that_holds_anything_else_is_left_alone() {
        log.append(TestLog.event("story/a", 0, "was here"));
        store(told("story/b", 0, NOON));

        assertThatThrownBy(() -> imported.from(engine.readEvents(null, false)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("something else");
        assertThat(log.all()).hasSize(1);
    }

    @Test
    void somebody_who_appends_meanwhile_ends_it() {
        store(told("story/a", 0, NOON), told("story/b", 0, NOON));
        Stream<? extends TrackedEventMessage<?>> disturbed = engine.readEvents(null, false)
                .peek(event -> {
                    if (log.all().isEmpty()) {
                        log.append(TestLog.event("story/c", 0, "meanwhile"));
                    }
                });

        assertThatThrownBy(() -> imported.from(disturbed)).isInstanceOf(IllegalStateException.class);
        assertThat(log.all()).extracting(StoredEvent::subject).containsExactly("story/c");
    }

    @Test
    void an_event_of_no_aggregate_or_of_no_known_type_ends_it() {
        store(told("story/a", 0, NOON), new GenericEventMessage<>(new TestLog.Story.Told("to nobody")));
        assertThatThrownBy(() -> imported.from(engine.readEvents(null, false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Event 2 (")
                .hasMessageEndingWith("it belongs to no aggregate");

        Stream<? extends TrackedEventMessage<?>> ofAggregates =
                engine.readEvents(null, false).filter(DomainEventMessage.class::isInstance);
        assertThat(imported.from(ofAggregates)).isEqualTo(1);

        store(event("story/b", 0, new Stranger("unknown"), NOON));
        Stream<? extends TrackedEventMessage<?>> withStranger =
                engine.readEvents(null, false).filter(DomainEventMessage.class::isInstance);
        assertThatThrownBy(() -> imported.from(withStranger))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Event 2 (")
                .hasMessageEndingWith("it is none of this application's");
    }

    @Test
    void a_stream_with_a_gap_or_out_of_its_order_ends_it() {
        store(told("story/a", 1, NOON));
        assertThatThrownBy(() -> imported.from(engine.readEvents(null, false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith("number 1 of its stream comes after number -1");
        assertThat(log.all()).isEmpty();
    }

    @Test
    void what_the_log_cannot_hold_ends_it_after_the_whole_thousands_before() {
        List<EventMessage<?>> many = new ArrayList<>();
        for (int i = 0; i < 1_001; i++) {
            many.add(told("story/" + i, 0, NOON));
        }
        String tooLong = "x".repeat(EventTooLargeException.LIMIT);
        many.add(event("story/large", 0, new TestLog.Story.Told(tooLong), NOON));
        store(many.toArray(EventMessage<?>[]::new));

        assertThatThrownBy(() -> imported.from(engine.readEvents(null, false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Event 1002 (")
                .hasCauseInstanceOf(EventTooLargeException.class);
        assertThat(log.all()).hasSize(1_000);
    }

    @Test
    void an_identifier_that_is_no_uuid_ends_it() {
        var shortened = new GenericDomainEventMessage<>(
                "Story", "story/a", 0, new TestLog.Story.Told("x"), MetaData.emptyInstance(), "1-1-1-1-1", NOON);
        store(shortened);
        assertThatThrownBy(() -> imported.from(engine.readEvents(null, false)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1-1-1-1-1")
                .hasMessageEndingWith("its identifier is no UUID");
    }

    private void store(EventMessage<?>... events) {
        engine.appendEvents(events);
    }

    private static EventMessage<?> told(String stream, long sequence, Instant time) {
        return event(stream, sequence, new TestLog.Story.Told("once upon a time"), time);
    }

    private static EventMessage<?> event(String stream, long sequence, Object payload, Instant time) {
        return new GenericDomainEventMessage<>(
                "Story",
                stream,
                sequence,
                payload,
                MetaData.from(Map.of("by", "somebody")),
                UUID.randomUUID().toString(),
                time);
    }

    /** Of another application. */
    record Stranger(String text) {}
}
