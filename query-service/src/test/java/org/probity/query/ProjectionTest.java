package org.probity.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.junit.jupiter.api.Test;
import org.probity.board.event.BoardKind;
import org.probity.event.Term;
import org.probity.id.OrganisationCode;
import org.probity.interests.event.Mitigation;
import org.probity.people.event.OrganisationEvent.OrganisationClosed;
import org.probity.people.event.OrganisationEvent.OrganisationRegistered;
import org.probity.people.event.OrganisationKind;
import org.springframework.context.ConfigurableApplicationContext;

/** Projections apply every event exactly once, and a replay gives the same rows. */
class ProjectionTest {

    private final ReadFixture fixture = new ReadFixture();
    private final ReadTables tables = ReadFixture.bean(ReadTables.class);
    private final Positions positions = ReadFixture.bean(Positions.class);

    private static OrganisationRegistered registered(OrganisationCode code) {
        return new OrganisationRegistered(
                code, "Invented Body", OrganisationKind.ACUTE, new Term(java.time.LocalDate.EPOCH, null), true);
    }

    private long counted(OrganisationCode code) {
        return tables.sql("select count(*) from read.counted where code = ?")
                .param(code.value())
                .query(Long.class)
                .single();
    }

    @Test
    void everyProjectionRunsInOneSegmentOfAPooledProcessorOfItsGeneration() {
        var processors = ReadFixture.bean(EventProcessingConfiguration.class).eventProcessors();

        assertThat(processors.keySet()).isNotEmpty().allMatch(name -> name.matches("projection\\.[a-z]+@1"));
        assertThat(processors.values())
                .allSatisfy(processor -> assertThat(processor).isInstanceOf(PooledStreamingEventProcessor.class));
        await().untilAsserted(() -> assertThat(processors.values())
                .allSatisfy(processor -> assertThat(((PooledStreamingEventProcessor) processor).processingStatus())
                        .hasSize(1)));
    }

    @Test
    void everyProjectionAdvancesWithEveryEvent() {
        long position = fixture.given(registered(ReadFixture.newBody()));

        assertThat(ReadFixture.bean(ProjectionNames.class).all())
                .allSatisfy(name -> assertThat(positions.of(name)).isGreaterThanOrEqualTo(position));
    }

    @Test
    void aProjectionThatBreaksInTheMiddleLeavesNothingHalfDoneAndGoesOnWhenItCan() {
        OrganisationCode first = ReadFixture.newBody();
        OrganisationCode broken = ReadFixture.newBody();
        OrganisationCode third = ReadFixture.newBody();
        fixture.given(registered(ReadFixture.newBody()));
        int failuresBefore = CountingProjection.FAILURES.get();
        CountingProjection.breaksAt = broken;

        long last;
        try {
            last = ReadFixture.append(registered(first), registered(broken), registered(third));
            await().until(() -> CountingProjection.FAILURES.get() > failuresBefore);
            await().untilAsserted(() -> assertThat(tables.sql("""
                                    select count(*) from read.counted
                                     where position > (select position from read.projection where name = ?)
                                    """)
                            .param(CountingProjection.NAME)
                            .query(Long.class)
                            .single())
                    .as("rows beyond the position")
                    .isZero());
            assertThat(counted(broken)).isZero();
            assertThat(positions.of(CountingProjection.NAME)).isLessThan(last);
        } finally {
            CountingProjection.breaksAt = null;
        }

        assertThat(positions.await(last, Duration.ofSeconds(60))).isTrue();
        assertThat(List.of(counted(first), counted(broken), counted(third))).containsOnly(1L);
    }

    @Test
    void anEventThatComesAgainIsPassedOver() throws Exception {
        fixture.given(registered(ReadFixture.newBody()));
        long rows = tables.sql("select count(*) from read.counted")
                .query(Long.class)
                .single();
        var processor = ReadFixture.bean(EventProcessingConfiguration.class)
                .eventProcessor(CountingProjection.NAME + "@1", PooledStreamingEventProcessor.class)
                .orElseThrow();

        processor.shutDown();
        processor.resetTokens(log -> log.createTailToken());
        processor.start();
        OrganisationCode next = ReadFixture.newBody();
        fixture.given(registered(next));

        assertThat(counted(next)).isEqualTo(1);
        assertThat(tables.sql("select count(*) from read.counted")
                        .query(Long.class)
                        .single())
                .isEqualTo(rows + 1);
    }

    @Test
    void aRebuildGivesTheSameRows() {
        OrganisationCode body = ReadFixture.newBody();
        for (int i = 0; i < 300; i++) {
            ReadFixture.append(registered(ReadFixture.newBody()));
        }
        Story.of(fixture, body);
        new MeetingStory(fixture, body, BoardKind.PATHWAY_DELIVERY_BOARD)
                .tabled(true)
                .opened()
                .recused(Mitigation.WITHDRAW)
                .decided();
        fixture.given(registered(body), new OrganisationClosed(body, fixture.today()));
        long head = fixture.given(registered(ReadFixture.newBody()));

        try (ConfigurableApplicationContext rebuilt = ReadFixture.start(2)) {
            assertThat(rebuilt.getBean(Positions.class).await(head, Duration.ofSeconds(60)))
                    .isTrue();
            List<String> names =
                    tables.sql("""
                            select table_name from information_schema.tables
                             where table_schema = ? and table_name not in ('flyway_schema_history', 'note')
                             order by table_name
                            """).param(tables.schema()).query(String.class).list();
            assertThat(names)
                    .contains("person", "occupancy", "candidacy", "scorecard", "board_member", "interest", "decision");
            for (String name : names) {
                List<String> rows = dump(tables, name);
                assertThat(rows).as(name).isNotEmpty();
                assertThat(dump(rebuilt.getBean(ReadTables.class), name))
                        .as(name)
                        .isEqualTo(rows);
            }
        }
    }

    private static List<String> dump(ReadTables tables, String name) {
        return tables.sql("select t::text from read.%s t order by 1".formatted(name))
                .query(String.class)
                .list();
    }
}
