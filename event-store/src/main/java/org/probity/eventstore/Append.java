package org.probity.eventstore;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** One unit of work on its way into the log: its events as they will be stored, and whoever waits for the outcome. */
final class Append {

    private final List<Row> rows;
    private final @Nullable CommandKey key;
    private final @Nullable ClockChange clockChange;
    private final CompletableFuture<Receipt> outcome = new CompletableFuture<>();

    Append(List<Row> rows, @Nullable CommandKey key, @Nullable ClockChange clockChange) {
        this.rows = rows;
        this.key = key;
        this.clockChange = clockChange;
    }

    /**
     * One event as it will be stored.
     *
     * @param first whether it is the first of its stream in this unit of work
     */
    record Row(
            UUID id,
            String subjectType,
            String subject,
            long sequence,
            boolean first,
            String type,
            String revision,
            String payload,
            String metadata) {}

    /**
     * Serialises events, on the caller's thread.
     *
     * @throws EventTooLargeException if an event exceeds {@link EventTooLargeException#LIMIT}
     */
    static Append of(
            List<? extends DomainEventMessage<?>> events,
            @Nullable CommandKey key,
            @Nullable ClockChange clockChange,
            Serializer serializer) {
        var rows = new ArrayList<Row>(events.size());
        Set<String> subjects = new HashSet<>();
        for (DomainEventMessage<?> event : events) {
            rows.add(row(event, subjects.add(event.getAggregateIdentifier()), serializer));
        }
        return new Append(rows, key, clockChange);
    }

    private static Row row(DomainEventMessage<?> event, boolean first, Serializer serializer) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        byte[] metadata = event.serializeMetaData(serializer, byte[].class).getData();
        String type = payload.getType().getName();
        if (payload.getData().length + metadata.length > EventTooLargeException.LIMIT) {
            throw new EventTooLargeException(type);
        }
        return new Row(
                UUID.fromString(event.getIdentifier()),
                event.getType(),
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                first,
                type,
                StableNameSerializer.revision(payload.getType().getRevision()),
                new String(payload.getData(), StandardCharsets.UTF_8),
                new String(metadata, StandardCharsets.UTF_8));
    }

    List<Row> rows() {
        return rows;
    }

    @Nullable
    CommandKey key() {
        return key;
    }

    /** Moves the clock of an example log. Such a unit of work is flushed alone, because a flush has one time. */
    @Nullable
    ClockChange clockChange() {
        return clockChange;
    }

    void succeed(Receipt receipt) {
        outcome.complete(receipt);
    }

    void fail(RuntimeException failure) {
        outcome.completeExceptionally(failure);
    }

    /** Waits until the outcome is known, even if the thread is interrupted: it must not be taken for a failure. */
    Receipt await() {
        try {
            return outcome.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }

    /** What is recorded of it, from a position on. */
    Receipt receipt(long first, java.time.Instant recordedAt) {
        return new Receipt(first, rows.stream().map(Row::type).toList(), recordedAt);
    }

    /** Its events as they are read from the log from now on. */
    List<StoredEvent> recorded(Receipt receipt) {
        var recorded = new ArrayList<StoredEvent>(rows.size());
        for (Row row : rows) {
            recorded.add(new StoredEvent(
                    receipt.first() + recorded.size(),
                    row.id(),
                    row.subjectType(),
                    row.subject(),
                    row.sequence(),
                    row.type(),
                    row.revision(),
                    row.payload(),
                    row.metadata(),
                    receipt.recordedAt()));
        }
        return recorded;
    }

    /** The streams it appends to. */
    Set<String> subjects() {
        return rows.stream().map(Row::subject).collect(Collectors.toSet());
    }
}
