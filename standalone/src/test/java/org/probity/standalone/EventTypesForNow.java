package org.probity.standalone;

import org.probity.event.EventFamilies;
import org.probity.eventstore.EventTypes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Stands in until the services declare the event types themselves; to be deleted then. */
@Configuration(proxyBeanMethods = false)
class EventTypesForNow {

    @Bean
    EventTypes eventTypes() {
        return EventTypes.of(EventFamilies.ALL);
    }
}
