package org.probity.eventstore;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.serialization.CannotConvertBetweenTypesException;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import tools.jackson.databind.node.ObjectNode;

/**
 * Axon's Jackson 3 serializer with three changes: events travel under their stable names, what is personal in them is
 * sealed, and Axon's own types (its tokens) are allowed by the polymorphic type validator, which 4.13.0 forgets.
 */
public final class StableNameSerializer extends Jackson3Serializer {

    private final EventTypes types;
    private final Map<Class<?>, ObjectReader> readers = new ConcurrentHashMap<>();
    private final Map<String, Class<?>> others = new ConcurrentHashMap<>();
    private final @Nullable PersonalFields personalFields;

    /**
     * A serializer for the events of the given families and for Axon's own messages and tokens.
     *
     * @param vault the keys to what is personal in them; none if nothing is
     */
    StableNameSerializer(EventTypes types, @Nullable KeyVault vault) {
        super(builder().jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(
                        BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .build())
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)));
        this.types = types;
        this.personalFields = vault == null ? null : new PersonalFields(types, vault, getObjectMapper());
    }

    @Override
    public <T> SerializedObject<T> serialize(Object object, Class<T> expectedRepresentation) {
        Map<String, String> personal = object == null ? Map.of() : types.personalIn(object.getClass());
        if (personal.isEmpty()) {
            return super.serialize(object, expectedRepresentation);
        }
        try {
            ObjectNode event = getObjectMapper().valueToTree(object);
            SerializedType type = typeForClass(object.getClass());
            personalFields().seal(type.getName(), personal, event);
            byte[] written = getObjectMapper().writeValueAsBytes(event);
            return new SimpleSerializedObject<>(
                    getConverter().convert(written, expectedRepresentation), expectedRepresentation, type);
        } catch (JacksonException e) {
            throw new SerializationException("An event cannot be written", e);
        }
    }

    /**
     * Reads an event, or something of Axon's own.
     *
     * @throws SerializationException if it is anything else than what its type says
     */
    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // Axon's signature
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        Class<?> type = classForType(serialized.getType());
        Map<String, String> personal = types.personalIn(type);
        try {
            T read = personal.isEmpty() ? super.deserialize(serialized) : opened(serialized, type, personal);
            if (read == null && type != Void.class) {
                throw new SerializationException("There is nothing where something was stored");
            }
            return read;
        } catch (JacksonException | CannotConvertBetweenTypesException e) {
            throw new SerializationException("What was stored cannot be read", e);
        }
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private <T> T opened(SerializedObject<?> serialized, Class<?> type, Map<String, String> personal) {
        ObjectNode event = getConverter().convert(serialized, ObjectNode.class).getData();
        personalFields().open(serialized.getType().getName(), personal, event);
        return getReader(type).readValue(event);
    }

    private PersonalFields personalFields() {
        if (personalFields == null) {
            throw new IllegalStateException("Events hold personal data, and there is no vault for its keys");
        }
        return personalFields;
    }

    /**
     * The class of an event, or of one of Axon's own types.
     *
     * @throws UnknownEventException if there is none, or it is of another revision
     */
    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        Class<?> event = types.classOf(type.getName()).orElse(null);
        Class<?> found = event == null ? found(type) : event;
        if (found == UnknownSerializedType.class || !isOfRevision(event, type.getRevision())) {
            throw new UnknownEventException(type.getName(), revision(type.getRevision()));
        }
        return found;
    }

    /** What has a revision is an event, and never one of Axon's own types, whatever it is called. */
    private boolean isOfRevision(@Nullable Class<?> event, @Nullable String stored) {
        return event == null ? stored == null : types.revisionOf(event).equals(revision(stored));
    }

    private Class<?> found(SerializedType type) {
        Class<?> known = others.get(type.getName());
        if (known == null) {
            known = super.classForType(type);
            others.put(type.getName(), known);
        }
        return known;
    }

    /** Made once for each type: to make one takes as long as to read a small event with it. */
    @Override
    protected ObjectReader getReader(Class<?> type) {
        return readers.computeIfAbsent(type, super::getReader);
    }

    /** What was stored without a revision is of the first. */
    static String revision(@Nullable String named) {
        return named == null ? "1" : named;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null) {
            return super.typeForClass(type);
        }
        return types.nameOf(type)
                .<SerializedType>map(name -> new SimpleSerializedType(name, types.revisionOf(type)))
                .orElseGet(() -> super.typeForClass(type));
    }
}
