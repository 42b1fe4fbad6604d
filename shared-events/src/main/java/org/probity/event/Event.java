package org.probity.event;

/** A fact that happened. Records of the sealed families in {@link EventFamilies} are the only events. */
public interface Event {

    /** The id of the stream (aggregate) this event is stored in, like {@code campaign/<uuid>}; derived, so not in the JSON. */
    String stream();
}
