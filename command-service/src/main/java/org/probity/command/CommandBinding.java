package org.probity.command;

import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Turns a JSON body into a command record, strictly: an unknown or missing field, a wrong type or an empty text is an
 * error, and all errors are reported together. A component is required unless its type is {@code @Nullable}.
 */
@Component
class CommandBinding {

    private static final int LONGEST_TEXT = 4_000;

    /** No number that people count with in an appointment is larger. */
    private static final int LARGEST_NUMBER = 10_000;

    /** Nothing that is recorded happened, or will, before or after these. */
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

    private static final LocalDate LAST_DAY = LocalDate.of(2200, 12, 31);

    private final JsonMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .addModule(new SimpleModule().addDeserializer(LocalDate.class, new DayAsText()))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<Class<?>, RecordForm> forms = new ConcurrentHashMap<>();

    /**
     * Binds a body.
     *
     * @throws MalformedBody if it is not one JSON object
     * @throws InvalidFields if fields are unknown, missing or wrong
     */
    <C extends Command> C bind(Class<C> type, byte[] body) {
        JsonNode tree;
        try {
            tree = mapper.readTree(body);
        } catch (JacksonException e) {
            throw new MalformedBody();
        }
        if (tree == null || !tree.isObject()) {
            throw new MalformedBody();
        }
        return bind(type, tree);
    }

    private <C extends Command> C bind(Class<C> type, JsonNode tree) {
        RecordForm form = formOf(type);
        List<FieldError> errors = new ArrayList<>();
        tree.propertyNames().stream()
                .filter(name -> !form.parts().containsKey(name))
                .forEach(name -> errors.add(new FieldError(clipped(name), "unknown-field")));
        var values = new ArrayList<@Nullable Object>();
        form.parts().forEach((name, part) -> values.add(value(name, part, tree.get(name), errors)));
        if (!errors.isEmpty()) {
            throw new InvalidFields(errors);
        }
        return type.cast(create(form, values.toArray()));
    }

    private RecordForm formOf(Class<?> type) {
        return forms.computeIfAbsent(type, anew -> RecordForm.of(anew, mapper));
    }

    private @Nullable Object value(
            String name, RecordForm.Part part, @Nullable JsonNode node, List<FieldError> errors) {
        if (node == null || node.isNull()) {
            if (part.need().isRequired()) {
                errors.add(new FieldError(name, "required"));
            }
            return null;
        }
        try {
            Object value = part.reader().readValue(node);
            check(name, part.need(), value, errors);
            return value;
        } catch (DatabindException e) {
            errors.add(new FieldError(path(name, e), "invalid"));
        } catch (JacksonException e) {
            errors.add(new FieldError(name, "invalid"));
        }
        return null;
    }

    /** Looks for what is missing or empty inside a value that could be read. */
    private void check(String path, RecordForm.Need need, @Nullable Object value, List<FieldError> errors) {
        switch (value) {
            case null -> {
                if (need.isRequired()) {
                    errors.add(new FieldError(path, "required"));
                }
            }
            case String text -> {
                if (text.isBlank()) {
                    errors.add(new FieldError(path, "blank"));
                } else if (text.length() > LONGEST_TEXT) {
                    errors.add(new FieldError(path, "too-long"));
                } else if (!canBeStored(text)) {
                    errors.add(new FieldError(path, "invalid"));
                }
            }
            case Integer number -> checkRange(path, number, -LARGEST_NUMBER, LARGEST_NUMBER, errors);
            case LocalDate day -> checkRange(path, day, FIRST_DAY, LAST_DAY, errors);
            case Instant time -> checkRange(path, time, startOf(FIRST_DAY), startOf(LAST_DAY), errors);
            case Collection<?> list -> {
                RecordForm.Need ofElements = Objects.requireNonNull(need.ofElements());
                int i = 0;
                for (Object element : list) {
                    check(path + "[" + i++ + "]", ofElements, element, errors);
                }
            }
            case Record inner ->
                formOf(inner.getClass())
                        .parts()
                        .forEach((name, part) -> check(
                                part.isTheWhole() ? path : path + "." + name, part.need(), read(part, inner), errors));
            default -> {}
        }
    }

    /**
     * Half of a surrogate pair JSON can say and UTF-8 cannot; NUL no text of PostgreSQL holds; and nobody types any other
     * control character but tabs and the ends of lines.
     */
    private static boolean canBeStored(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                && text.chars().noneMatch(c -> Character.isISOControl(c) && "\t\n\r".indexOf(c) < 0);
    }

    private static <T extends Comparable<? super T>> void checkRange(
            String path, T value, T first, T last, List<FieldError> errors) {
        if (value.compareTo(first) < 0 || value.compareTo(last) > 0) {
            errors.add(new FieldError(path, "out-of-range"));
        }
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String path(String name, DatabindException e) {
        var path = new StringBuilder(name);
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append('.').append(clipped(step.getPropertyName()));
            }
        }
        return path.toString();
    }

    private static String clipped(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64);
    }

    private static @Nullable Object read(RecordForm.Part part, Record record) {
        try {
            return part.accessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record's accessor cannot be read", e);
        }
    }

    private static Object create(RecordForm form, @Nullable Object[] values) {
        try {
            return form.constructor().newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw new InvalidFields(List.of(new FieldError("", String.valueOf(refused.getMessage()))));
            }
            throw new IllegalStateException("A command cannot be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A command cannot be made", e);
        }
    }

    /** A day is written {@code 2026-03-01} (ISO 8601), and not as an array or a time of day, which others would read. */
    private static final class DayAsText extends StdScalarDeserializer<LocalDate> {

        DayAsText() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser parser, DeserializationContext context) {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(context.constructType(LocalDate.class), parser);
            }
            try {
                return LocalDate.parse(parser.getString());
            } catch (DateTimeException e) {
                return (LocalDate) context.handleWeirdStringValue(LocalDate.class, parser.getString(), "no day");
            }
        }
    }

    /**
     * What is wrong with one field.
     *
     * @param field its path in the body; empty if it is about several
     * @param error {@code required}, {@code blank}, {@code too-long}, {@code out-of-range}, {@code invalid},
     *     {@code unknown-field}, or what the fields together violate
     */
    record FieldError(String field, String error) {}

    /** The body is not one JSON object: HTTP 400 {@code malformed-json}. */
    static final class MalformedBody extends RuntimeException {
        private static final long serialVersionUID = 1L;

        MalformedBody() {
            super("malformed-json", null, false, false);
        }
    }

    /** Fields are unknown, missing or wrong: HTTP 400 {@code invalid-fields}. */
    static final class InvalidFields extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient List<FieldError> errors;

        InvalidFields(List<FieldError> errors) {
            super("invalid-fields", null, false, false);
            this.errors = List.copyOf(errors);
        }

        List<FieldError> errors() {
            return errors;
        }
    }
}
