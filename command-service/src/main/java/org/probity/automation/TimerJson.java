package org.probity.automation;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What db-scheduler keeps of a timer, as JSON: its own JSON support needs Jackson 2. */
record TimerJson(JsonMapper mapper) implements Serializer {

    @Override
    public byte[] serialize(@Nullable Object data) {
        return mapper.writeValueAsBytes(data);
    }

    @Override
    public <T> T deserialize(Class<T> type, byte[] stored) {
        return mapper.readValue(stored, type);
    }
}
