package org.probity.command;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a record looks like in JSON: found out once, because reflection copies whatever it is asked for.
 *
 * @param parts its components by name, in their order
 * @param constructor its own, with a parameter for each of them
 */
record RecordForm(Map<String, Part> parts, Constructor<?> constructor) {

    static RecordForm of(Class<?> type, JsonMapper mapper) {
        var parts = new LinkedHashMap<String, Part>();
        for (RecordComponent component : type.getRecordComponents()) {
            parts.put(component.getName(), Part.of(component, mapper));
        }
        Class<?>[] signature = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(signature);
            constructor.setAccessible(true);
            return new RecordForm(Collections.unmodifiableMap(parts), constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has this constructor", e);
        }
    }

    /**
     * One component.
     *
     * @param isTheWhole whether the record is written as this value alone
     */
    record Part(Need need, ObjectReader reader, Method accessor, boolean isTheWhole) {

        private static Part of(RecordComponent component, JsonMapper mapper) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Part(
                    Need.of(component.getAnnotatedType()),
                    mapper.readerFor(mapper.getTypeFactory().constructType(component.getGenericType())),
                    accessor,
                    accessor.isAnnotationPresent(JsonValue.class));
        }
    }

    /**
     * Whether a value must be there, which it must unless its type is {@code @Nullable}.
     *
     * @param ofElements the same for the elements of a list
     */
    record Need(boolean isRequired, @Nullable Need ofElements) {

        private static Need of(AnnotatedType type) {
            Need ofElements = type instanceof AnnotatedParameterizedType list
                    ? of(list.getAnnotatedActualTypeArguments()[0])
                    : null;
            return new Need(!type.isAnnotationPresent(Nullable.class), ofElements);
        }
    }
}
