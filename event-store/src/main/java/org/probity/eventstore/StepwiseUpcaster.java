package org.probity.eventstore;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Takes an event of an earlier revision through the {@link Upcasts} that it has not been through. */
final class StepwiseUpcaster extends SingleEventUpcaster {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final Pattern REVISION = Pattern.compile("[1-9]\\d{0,8}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final EventTypes types;

    StepwiseUpcaster(EventTypes types) {
        this.types = types;
    }

    @Override
    protected boolean canUpcast(IntermediateEventRepresentation event) {
        return stepsBehind(event) < types.upcastsOf(nameOf(event)).size();
    }

    @Override
    protected IntermediateEventRepresentation doUpcast(IntermediateEventRepresentation event) {
        List<UnaryOperator<Map<String, Object>>> steps = types.upcastsOf(nameOf(event));
        var newest = new SimpleSerializedType(nameOf(event), String.valueOf(steps.size() + 1));
        return event.upcastPayload(
                newest, byte[].class, payload -> upcast(payload, steps.subList(stepsBehind(event), steps.size())));
    }

    /**
     * Takes the steps.
     *
     * @throws SerializationException if one of them finds something else than it expects
     */
    private static byte[] upcast(byte[] payload, List<UnaryOperator<Map<String, Object>>> steps) {
        try {
            Map<String, Object> upcast = JSON.readValue(payload, OBJECT);
            for (UnaryOperator<Map<String, Object>> step : steps) {
                upcast = step.apply(upcast);
            }
            return JSON.writeValueAsBytes(upcast);
        } catch (RuntimeException e) {
            throw new SerializationException("An event of an earlier revision cannot be upcast", e);
        }
    }

    private static String nameOf(IntermediateEventRepresentation event) {
        return event.getType().getName();
    }

    /** How many steps were made when it was stored; as many as there can be if its revision is none of ours. */
    private static int stepsBehind(IntermediateEventRepresentation event) {
        String revision = StableNameSerializer.revision(event.getType().getRevision());
        return REVISION.matcher(revision).matches() ? Integer.parseInt(revision) - 1 : Integer.MAX_VALUE;
    }
}
