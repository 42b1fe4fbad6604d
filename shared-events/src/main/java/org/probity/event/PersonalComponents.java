package org.probity.event;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads {@link Personal} from the records of events. */
public final class PersonalComponents {

    private PersonalComponents() {}

    /** The names of an event's personal components, each with the name of the component that names the person. */
    public static Map<String, String> of(Class<?> event) {
        return Arrays.stream(event.getRecordComponents())
                .filter(component -> component.isAnnotationPresent(Personal.class))
                .collect(Collectors.toMap(
                        RecordComponent::getName,
                        component -> component.getAnnotation(Personal.class).of()));
    }
}
