package org.probity.standalone;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.board.event.StatedEffect;
import org.probity.command.Command;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bodies that every command binds, made from its record: what is required, once each, and new ids. They name nothing
 * that exists, unless they are told to.
 */
final class WellFormed {

    /** One of these suits every text that has a form of its own. */
    private static final List<String> TEXTS = List.of(
            "text", "INVX9", "organisation/INVX9", "a".repeat(64), "board/00000000-0000-4000-8000-000000000001");

    /** What is optional in an effect is not so altogether. */
    private final Map<Type, Object> known =
            new HashMap<>(Map.of(StatedEffect.class, Map.of("organisation", "INVX9", "effect", "GAINS")));

    /** From now on each value of a type is this one; so is an optional one, when a command has it. */
    WellFormed with(Type type, Object value) {
        known.put(type, value);
        return this;
    }

    String body(Class<? extends Command> command) {
        return JsonMapper.shared().writeValueAsString(fields(command));
    }

    /** The components of a command by name, as JSON knows them. */
    Map<String, Object> fields(Class<?> record) {
        var fields = new LinkedHashMap<String, Object>();
        for (RecordComponent component : record.getRecordComponents()) {
            Type type = component.getGenericType();
            if (known.containsKey(type) || !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                fields.put(component.getName(), value(type));
            }
        }
        return fields;
    }

    private Object value(Type type) {
        Object told = known.get(type);
        if (told != null) {
            return told;
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return List.of(value(list.getActualTypeArguments()[0]));
        }
        if (type == String.class) {
            return TEXTS.getFirst();
        } else if (type == UUID.class) {
            return UUID.randomUUID().toString();
        } else if (type == int.class || type == Integer.class) {
            return 1;
        } else if (type == boolean.class) {
            return true;
        } else if (type == LocalDate.class) {
            return "2026-04-01";
        } else if (type == Instant.class) {
            return "2026-04-01T09:00:00Z";
        } else if (type instanceof Class<?> one && one.isEnum()) {
            return ((Enum<?>) one.getEnumConstants()[0]).name();
        } else if (type instanceof Class<?> one && one.isRecord()) {
            return isWrapped(one) ? wrapped(one) : fields(one);
        }
        throw new IllegalArgumentException("Say here what a well-formed " + type.getTypeName() + " is");
    }

    /** Whether JSON has the only component of the record in place of the record. */
    private static boolean isWrapped(Class<?> record) {
        return record.getRecordComponents().length == 1
                && Stream.of(record.getDeclaredMethods())
                        .anyMatch(
                                method -> method.isAnnotationPresent(com.fasterxml.jackson.annotation.JsonValue.class));
    }

    private Object wrapped(Class<?> record) {
        Class<?> inner = record.getRecordComponents()[0].getType();
        if (inner != String.class) {
            return value(inner);
        }
        return TEXTS.stream()
                .filter(text -> isAccepted(record, text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Add a text that suits " + record.getSimpleName()));
    }

    private static boolean isAccepted(Class<?> record, String text) {
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(String.class);
            constructor.newInstance(text);
            return true;
        } catch (InvocationTargetException e) {
            return false;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
