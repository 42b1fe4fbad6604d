package org.probity.eventstore;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.AbstractEventBus;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.EventStreamUtils;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store on {@link EventLog}.
 *
 * <p>Events are collected while the unit of work prepares its commit and appended once, in the COMMIT phase of the
 * root unit of work: everything that can refuse has run by then, and a refused append rolls the unit of work back.
 */
public final class PostgresEventStore extends AbstractEventBus implements EventStore {

    private static final String STAGED = PostgresEventStore.class.getName() + ".staged";
    private static final String READS = PostgresEventStore.class.getName() + ".reads";

    private final EventLog log;
    private final StreamCache cache;
    private final GroupCommit commit;
    private final LogWatch watch;
    private final LogPages pages;
    private final Serializer serializer;
    private final EventUpcaster upcaster;

    PostgresEventStore(
            Builder builder,
            EventLog log,
            StreamCache cache,
            GroupCommit commit,
            LogWatch watch,
            UnknownEvents unknown,
            Serializer serializer,
            EventUpcaster upcaster) {
        super(builder);
        this.log = log;
        this.cache = cache;
        this.commit = commit;
        this.watch = watch;
        this.serializer = serializer;
        this.upcaster = upcaster;
        pages = new LogPages(log, unknown, this::tracked);
    }

    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        super.prepareCommit(events);
        UnitOfWork<?> root = CurrentUnitOfWork.get().root();
        List<DomainEventMessage<?>> staged = root.getOrComputeResource(STAGED, key -> {
            var fresh = new ArrayList<DomainEventMessage<?>>();
            root.onCommit(unitOfWork -> append(unitOfWork, fresh));
            return fresh;
        });
        for (EventMessage<?> event : events) {
            if (!(event instanceof DomainEventMessage<?> domainEvent)) {
                throw new IllegalArgumentException("Only events of an aggregate can be stored");
            }
            staged.add(domainEvent);
        }
    }

    private void append(UnitOfWork<?> root, List<DomainEventMessage<?>> events) {
        StreamCache.Reads reads = root.getResource(READS);
        if (reads != null) {
            cache.confirm(reads, ends(events));
        }
        Append unit = Append.of(events, CommandKey.of(root), ClockChange.of(root), serializer);
        try {
            Receipt receipt = commit.append(unit);
            cache.appended(unit.recorded(receipt));
            receipt.attachTo(root);
            watch.appended(receipt.last());
        } catch (RuntimeException | Error e) {
            cache.forget(unit.subjects());
            throw e;
        }
    }

    /** Where the streams end that events are to be appended to. */
    private static Map<String, Long> ends(List<DomainEventMessage<?>> events) {
        return events.stream()
                .collect(Collectors.toMap(
                        DomainEventMessage::getAggregateIdentifier, event -> event.getSequenceNumber() - 1, Math::min));
    }

    /**
     * An interceptor of commands: lets them read from memory what is there. Without it they read the log.
     *
     * <p>Memory may lack what another node has appended, so nothing that was decided on it is believed before the log has
     * confirmed it: whether a stream that is appended to has moved on, the append finds out; about the others, one query
     * asks just before; and whatever a command fails with, a refusal among them, goes through here and is asked about
     * first. Another attempt at the same command had better go without.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException if a stream has moved on, whatever the command
     *     would have ended with
     */
    public @Nullable Object decideFromMemory(UnitOfWork<?> unitOfWork, InterceptorChain decision) throws Exception {
        UnitOfWork<?> root = unitOfWork.root();
        StreamCache.Reads reads = root.getOrComputeResource(READS, key -> {
            var fresh = new StreamCache.Reads();
            root.onCommit(committing -> {
                if (committing.getResource(STAGED) == null) {
                    cache.confirm(fresh, Map.of());
                }
            });
            return fresh;
        });
        try {
            return decision.proceed();
        } catch (Exception | Error failure) {
            cache.confirm(reads, Map.of());
            throw failure;
        }
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        if (!CurrentUnitOfWork.isStarted()) {
            throw new IllegalStateException("Events are appended by a unit of work, never without one");
        }
        super.publish(events);
    }

    /** Stable names of the events that the current unit of work would append, in order. */
    public List<String> stagedTypes() {
        return queuedMessages().stream()
                .map(event -> serializer.typeForClass(event.getPayloadType()).getName())
                .toList();
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier) {
        return readEvents(aggregateIdentifier, 0);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        Stream<DomainEventData<byte[]>> stored = reads()
                .map(reads -> cache.read(aggregateIdentifier, reads))
                .orElseGet(() -> log.ofStream(aggregateIdentifier))
                .stream()
                .filter(event -> event.sequence() >= firstSequenceNumber)
                .map(PostgresEventStore::entry);
        Stream<? extends DomainEventMessage<?>> staged =
                staged(aggregateIdentifier).filter(event -> event.getSequenceNumber() >= firstSequenceNumber);
        return DomainEventStream.concat(
                EventStreamUtils.upcastAndDeserializeDomainEvents(stored, serializer, upcaster),
                DomainEventStream.of(staged));
    }

    /** What a stored event says, as this build's events say it: upcast, and with what is personal opened. */
    public Object payloadOf(StoredEvent event) {
        return messageOf(event).getPayload();
    }

    DomainEventMessage<?> messageOf(StoredEvent event) {
        return EventStreamUtils.upcastAndDeserializeDomainEvents(Stream.of(entry(event)), serializer, upcaster)
                .next();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return staged(aggregateIdentifier)
                .map(DomainEventMessage::getSequenceNumber)
                .max(Long::compareTo)
                .or(() -> lastStored(aggregateIdentifier));
    }

    private Optional<Long> lastStored(String aggregateIdentifier) {
        return reads().map(reads -> StreamCache.lastSequence(cache.read(aggregateIdentifier, reads)))
                .or(() -> Optional.ofNullable(
                        log.lastSequences(Set.of(aggregateIdentifier)).get(aggregateIdentifier)))
                .filter(last -> last > StreamCache.NONE);
    }

    /** What the current unit of work has read from memory; empty if it reads the log itself. */
    private static Optional<StreamCache.Reads> reads() {
        return CurrentUnitOfWork.map(unitOfWork -> unitOfWork.root().getResource(READS));
    }

    private Stream<DomainEventMessage<?>> staged(String aggregateIdentifier) {
        return queuedMessages().stream()
                .<DomainEventMessage<?>>map(DomainEventMessage.class::cast)
                .filter(event -> aggregateIdentifier.equals(event.getAggregateIdentifier()));
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new IllegalStateException("Snapshots are not stored: streams are short");
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
        return new LogStream(pages, watch, positionOf(trackingToken));
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.head().position());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(log.positionAt(dateTime.minusNanos(1000)));
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> 0;
            case GlobalSequenceTrackingToken position -> position.getGlobalIndex();
            default -> token.position().orElseThrow(() -> new IllegalArgumentException("A token without position"));
        };
    }

    private Stream<TrackedEventMessage<?>> tracked(Stream<? extends TrackedEventData<?>> events) {
        return EventUtils.upcastAndDeserializeTrackedEvents(events, serializer, upcaster);
    }

    private static DomainEventData<byte[]> entry(StoredEvent event) {
        return new GenericDomainEventEntry<>(
                event.subjectType(),
                event.subject(),
                event.sequence(),
                event.eventId().toString(),
                event.recordedAt(),
                event.type(),
                event.revision(),
                event.payload().getBytes(StandardCharsets.UTF_8),
                event.metadata().getBytes(StandardCharsets.UTF_8));
    }

    static final class Builder extends AbstractEventBus.Builder {}
}
