package org.probity.query;

import java.util.concurrent.CompletionException;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.stereotype.Component;

/** Asks queries on behalf of controllers and pages, and fails as the handler failed. */
@Component
public class Questions {

    private final QueryGateway gateway;

    Questions(QueryGateway gateway) {
        this.gateway = gateway;
    }

    /** The answer of a type to a query. */
    public <T> T ask(Object query, Class<T> answer) {
        try {
            return gateway.query(query, answer).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw e;
        }
    }
}
