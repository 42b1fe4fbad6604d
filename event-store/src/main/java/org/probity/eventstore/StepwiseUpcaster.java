package org.probity.eventstore;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import org.axonframework.serialization.upcasting.event.SingleEventUpcaster;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes an event of an earlier revision through the {@link Upcasts} that it has not been through. */
final class StepwiseUpcaster extends SingleEventUpcaster {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
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
        return event.upcastPayload(newest, JsonNode.class, payload -> {
            Map<String, Object> upcast = JSON.convertValue(payload, OBJECT);
            for (UnaryOperator<Map<String, Object>> step : steps.subList(stepsBehind(event), steps.size())) {
                upcast = step.apply(upcast);
            }
            return JSON.valueToTree(upcast);
        });
    }

    private static String nameOf(IntermediateEventRepresentation event) {
        return event.getType().getName();
    }

    /** How many steps were made when it was stored; as many as there can be if its revision is no number of ours. */
    private static int stepsBehind(IntermediateEventRepresentation event) {
        try {
            return Integer.parseInt(
                            StableNameSerializer.revision(event.getType().getRevision()))
                    - 1;
        } catch (NumberFormatException e) {
            return Integer.MAX_VALUE;
        }
    }
}
