package org.probity.automation;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.probity.eventstore.EventLog;
import org.springframework.stereotype.Component;

/** How far this node's automations have come. */
@Component
public class AutomationProgress {

    private final EventProcessingConfiguration processing;
    private final EventLog log;

    AutomationProgress(EventProcessingConfiguration processing, EventLog log) {
        this.processing = processing;
        this.log = log;
    }

    /** The automations in alphabetical order. */
    public List<Progress> now() {
        long head = log.head().position();
        return automations().entrySet().stream()
                .map(automation -> progress(automation.getKey(), automation.getValue(), head))
                .toList();
    }

    /** Whether every automation of this node has answered every event up to a position. */
    public boolean hasReached(long position) {
        return now().stream()
                .allMatch(progress ->
                        progress.position().isPresent() && progress.position().getAsLong() >= position);
    }

    private Map<String, StreamingEventProcessor> automations() {
        var automations = new TreeMap<String, StreamingEventProcessor>();
        processing.eventProcessors().forEach((name, processor) -> {
            if (name.startsWith(AutomationConfiguration.PREFIX)
                    && processor instanceof StreamingEventProcessor streaming) {
                automations.put(name, streaming);
            }
        });
        return automations;
    }

    private static Progress progress(String automation, StreamingEventProcessor processor, long head) {
        OptionalLong position = processor.processingStatus().values().stream()
                .filter(status -> !status.isErrorState())
                .mapToLong(status -> status.getCurrentPosition().orElse(0))
                .min();
        return new Progress(automation, position, head);
    }

    /**
     * How far one automation has come.
     *
     * @param position of the last event it answered or passed over; empty while it does not run here: another node
     *     does it, or it waits before it tries again
     * @param head the log's last position
     */
    public record Progress(String automation, OptionalLong position, long head) {

        /** How many events it has yet to look at; empty while it does not run here. */
        public OptionalLong lag() {
            return position.isEmpty() ? position : OptionalLong.of(Math.max(0, head - position.getAsLong()));
        }
    }
}
