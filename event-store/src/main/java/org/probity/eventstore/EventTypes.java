package org.probity.eventstore;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.axonframework.serialization.Revision;

/**
 * The stable names under which events are stored: the simple name of the record, such as
 * {@code LeadNominated}, never the name of a Java class, so that code may move without the log noticing.
 *
 * <p>Names are found by walking sealed families, so an event that belongs to no family cannot be stored.
 */
public final class EventTypes {

    private final Map<String, Class<?>> classes = new HashMap<>();
    private final Map<Class<?>, String> names = new HashMap<>();
    private final Map<Class<?>, Map<String, String>> personal = new HashMap<>();
    private final Set<String> personalFields = new HashSet<>();

    private final Upcasts upcasts;

    private EventTypes(Upcasts upcasts) {
        this.upcasts = upcasts;
    }

    /**
     * Collects the names of all records in the given sealed families. Nothing in them is personal, and none was ever
     * stored in another form.
     *
     * @throws IllegalArgumentException if two records share a name or a family is not sealed
     */
    public static EventTypes of(Collection<? extends Class<?>> families) {
        return of(families, PersonalData.NONE, Upcasts.NONE);
    }

    /**
     * Collects the names of all records in the given sealed families.
     *
     * @param personalData says what in them is personal
     * @param upcasts says what they were before
     * @throws IllegalArgumentException if two records share a name or a family is not sealed
     */
    public static EventTypes of(Collection<? extends Class<?>> families, PersonalData personalData, Upcasts upcasts) {
        var types = new EventTypes(upcasts);
        families.forEach(types::add);
        types.names.forEach((event, name) -> {
            Map<String, String> fields = personalData.in(event);
            if (!fields.isEmpty()) {
                types.personal.put(event, Map.copyOf(fields));
                fields.keySet().forEach(field -> types.personalFields.add(name + "." + field));
            }
        });
        return types;
    }

    /** The personal components of an event, each with the component that says whose it is. */
    Map<String, String> personalIn(Class<?> event) {
        return personal.getOrDefault(event, Map.of());
    }

    /** Whether this build has an event with a personal component of this name, such as {@code PersonRegistered.name}. */
    boolean hasPersonal(String field) {
        return personalFields.contains(field);
    }

    /** The steps that an event has been through since revision 1. */
    List<UnaryOperator<Map<String, Object>>> upcastsOf(String name) {
        return upcasts.of(name);
    }

    /** The revision under which an event is stored: that of Axon's annotation, else one more than its upcasts. */
    String revisionOf(Class<?> event) {
        Revision annotated = event.getAnnotation(Revision.class);
        return annotated == null
                ? String.valueOf(upcasts.of(event.getSimpleName()).size() + 1)
                : annotated.value();
    }

    /** Whether any event holds personal data, so that there must be keys. */
    boolean needKeys() {
        return !personal.isEmpty();
    }

    /** The stored name of an event class, if it belongs to a family. */
    public Optional<String> nameOf(Class<?> type) {
        return Optional.ofNullable(names.get(type));
    }

    /** The class that is stored under a name, if there is one in this build. */
    public Optional<Class<?>> classOf(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    /** All stored names in alphabetical order. */
    public SortedSet<String> names() {
        return new TreeSet<>(classes.keySet());
    }

    private void add(Class<?> type) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                add(permitted);
            }
        } else if (type.isRecord()) {
            Class<?> other = classes.put(type.getSimpleName(), type);
            if (other != null && other != type) {
                throw new IllegalArgumentException("Two events share the stored name " + type.getSimpleName());
            }
            names.put(type, type.getSimpleName());
        } else {
            throw new IllegalArgumentException(type.getName() + " is neither a sealed family nor a record");
        }
    }
}
