package org.probity.eventstore;

import java.util.Map;

/** Says which components of an event are personal data, and whose. */
@FunctionalInterface
public interface PersonalData {

    /** No event holds personal data. */
    PersonalData NONE = event -> Map.of();

    /**
     * The names of the components that are personal, each with the name of the component that says whose. A personal
     * component is stored under that person's key, and reads as null once that is destroyed.
     *
     * @param event the record of an event
     */
    Map<String, String> in(Class<?> event);
}
