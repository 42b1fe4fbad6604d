package org.probity.eventstore;

import java.time.Instant;
import java.util.List;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * What an append gave: the positions of the events of one unit of work, in order, and when they were recorded.
 *
 * @param first position of the first event
 * @param types stable names of the events, one after the other from {@code first}
 * @param recordedAt time by the log's clock
 */
public record Receipt(long first, List<String> types, Instant recordedAt) {

    private static final String RESOURCE = Receipt.class.getName();

    /** Position of the last event. */
    public long last() {
        return first + types.size() - 1;
    }

    /** The receipt of a unit of work that has committed; null if it appended nothing. */
    public static @Nullable Receipt of(UnitOfWork<?> unitOfWork) {
        return unitOfWork.root().getResource(RESOURCE);
    }

    void attachTo(UnitOfWork<?> unitOfWork) {
        unitOfWork.root().resources().put(RESOURCE, this);
    }
}
