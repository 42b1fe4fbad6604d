package org.probity.eventstore;

import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.UnknownSerializedType;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/**
 * Axon's Jackson 3 serializer with two changes: events travel under their stable names, and Axon's own
 * types (its tokens) are allowed by the polymorphic type validator, which 4.13.0 forgets.
 */
public final class StableNameSerializer extends Jackson3Serializer {

    private final EventTypes types;

    /** A serializer for the events of the given families and for Axon's own messages and tokens. */
    public StableNameSerializer(EventTypes types) {
        super(builder().jsonMapperBuilderCustomizer(mapper -> mapper.polymorphicTypeValidator(
                        BasicPolymorphicTypeValidator.builder()
                                .allowIfSubType("org.axonframework.")
                                .build())
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)));
        this.types = types;
    }

    /**
     * The class of an event, or of one of Axon's own types.
     *
     * @throws UnknownEventException if there is none, or it is of another revision
     */
    @Override
    @SuppressWarnings("rawtypes")
    public Class classForType(SerializedType type) {
        Class found = super.classForType(type);
        boolean otherRevision =
                types.nameOf(found).isPresent() && !revisionOf(found).equals(revision(type.getRevision()));
        if (otherRevision || found == UnknownSerializedType.class) {
            throw new UnknownEventException(type.getName(), revision(type.getRevision()));
        }
        return found;
    }

    private String revisionOf(Class<?> event) {
        return revision(getRevisionResolver().revisionOf(event));
    }

    /** Events are stored with a revision also where their class names none. */
    static String revision(@Nullable String named) {
        return named == null ? "1" : named;
    }

    @Override
    protected String resolveClassName(SerializedType serializedType) {
        return types.classOf(serializedType.getName()).map(Class::getName).orElse(serializedType.getName());
    }

    @Override
    @SuppressWarnings("rawtypes")
    public SerializedType typeForClass(@Nullable Class type) {
        if (type == null) {
            return super.typeForClass(type);
        }
        return types.nameOf(type)
                .<SerializedType>map(name ->
                        new SimpleSerializedType(name, getRevisionResolver().revisionOf(type)))
                .orElseGet(() -> super.typeForClass(type));
    }
}
