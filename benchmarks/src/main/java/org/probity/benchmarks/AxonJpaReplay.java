package org.probity.benchmarks;

import java.util.HexFormat;
import java.util.UUID;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.hibernate.dialect.PostgreSQLDialect;
import org.probity.benchmarks.Sample.Nomination;

/**
 * The same events as in {@link Replay}, fewer of them and with nothing sealed, in the table of Axon's JPA engine. It reads
 * a page of a hundred at a time, so its pace does not depend on how many there are.
 */
final class AxonJpaReplay implements AutoCloseable {

    private static final HexFormat HEX = HexFormat.of();

    private final AxonJpa axon;
    private final int count;

    /**
     * Fills an empty table, as it comes with payloads as large objects, or with {@link ByteaDialect} in the row.
     */
    AxonJpaReplay(String url, Class<? extends PostgreSQLDialect> dialect, int count) {
        this.count = count;
        axon = new AxonJpa(url, dialect);
        boolean inTheRow = dialect == ByteaDialect.class;
        Database.execute(
                url,
                "create table loaded (global_index bigint, event_identifier text, payload bytea, payload_type text,"
                        + " aggregate_identifier text, sequence_number bigint)");
        Serializer serializer = Jackson3Serializer.builder().build();
        BulkLoad.copy(url, "copy loaded from stdin", count, position -> {
            Nomination event = BulkLoad.event(position);
            byte[] payload = serializer.serialize(event, byte[].class).getData();
            return position + "\t" + new UUID(1, position) + "\t\\\\x" + HEX.formatHex(payload) + "\t"
                    + event.getClass().getName() + "\t" + event.id() + "\t" + BulkLoad.sequence(position) + "\n";
        });
        String large = inTheRow ? "%s" : "lo_from_bytea(0, %s)";
        Database.execute(
                url,
                """
                insert into domain_event_entry (global_index, event_identifier, meta_data, payload, payload_revision,
                                                payload_type, time_stamp, aggregate_identifier, sequence_number, type)
                select global_index, event_identifier, %s, %s, null, payload_type, '2026-03-01T12:00:00Z',
                       aggregate_identifier, sequence_number, 'Nomination' from loaded order by global_index
                """.formatted(
                        large.formatted("convert_to('" + Sample.METADATA + "', 'UTF8')"), large.formatted("payload")),
                "drop table loaded",
                "vacuum analyze domain_event_entry");
    }

    /** Events a second that Axon is given. */
    double perSecond() {
        return Replay.perSecond(axon.events(), count);
    }

    @Override
    public void close() {
        axon.close();
    }
}
