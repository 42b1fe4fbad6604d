package org.probity.query;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * A column of a versioned table and the record component it holds. Ids are stored as what they wrap, enums by name,
 * instants with their zone, and what has no column type of its own as JSON.
 */
record Column(String name, Method accessor, JavaType type, boolean json, JsonMapper mapper) {

    private static final Set<Class<?>> PLAIN = Set.of(
            UUID.class, String.class, LocalDate.class, Integer.class, Long.class, Boolean.class, BigDecimal.class);

    static Column of(RecordComponent component, JsonMapper mapper) {
        JavaType type = mapper.constructType(component.getGenericType());
        Class<?> raw = type.getRawClass();
        boolean plain = raw.isPrimitive() || raw.isEnum() || raw == Instant.class || PLAIN.contains(raw) || isId(raw);
        Method accessor = component.getAccessor();
        accessor.setAccessible(true);
        return new Column(snake(component.getName()), accessor, type, !plain, mapper);
    }

    static String snake(String camel) {
        return camel.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    String placeholder() {
        return json ? "?::jsonb" : "?";
    }

    /** The value of this column in a row, as the database takes it. */
    @Nullable
    Object of(Record row) {
        Object value = invoke(accessor, row);
        return json && value != null ? mapper.writeValueAsString(value) : toSql(value);
    }

    static @Nullable Object toSql(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Enum<?> one -> one.name();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            default ->
                isId(value.getClass())
                        ? invoke(value.getClass().getRecordComponents()[0].getAccessor(), value)
                        : value;
        };
    }

    @Nullable
    Object read(ResultSet result) throws SQLException {
        Class<?> raw = type.getRawClass();
        if (raw == Instant.class) {
            OffsetDateTime time = result.getObject(name, OffsetDateTime.class);
            return time == null ? null : time.toInstant();
        }
        if (json || raw.isEnum() || isId(raw)) {
            String text = result.getString(name);
            return text == null ? null : json ? mapper.readValue(text, type) : mapper.convertValue(text, type);
        }
        Object value = result.getObject(name);
        return raw == LocalDate.class ? result.getObject(name, LocalDate.class) : value;
    }

    private static boolean isId(Class<?> type) {
        return type.isRecord()
                && type.getPackageName().equals("org.probity.id")
                && type.getRecordComponents().length == 1;
    }

    private static @Nullable Object invoke(Method accessor, Object target) {
        try {
            return accessor.invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record component cannot be read", e);
        }
    }
}
