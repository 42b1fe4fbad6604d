package org.probity.automation;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says which event an automation cannot answer, by its id alone, and has the processor try it again later. */
record LoggedThenPropagated(String automation) implements ListenerInvocationErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedThenPropagated.class);

    @Override
    public void onError(Exception exception, EventMessage<?> event, EventMessageHandler handler) throws Exception {
        LOG.error(
                "{} cannot answer event {} and tries it again: {}",
                automation,
                event.getIdentifier(),
                exception.getClass().getName());
        throw exception;
    }
}
