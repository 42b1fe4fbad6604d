package org.probity.query;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.probity.identity.Actor;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerMethod;

/** Describes the parameters that {@link WebConfiguration} reads, wherever a controller takes them. */
@Configuration(proxyBeanMethods = false)
class OpenApiOfReads {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class, Moment.class, PageAsked.class);
    }

    @Bean
    OperationCustomizer parametersOfReads() {
        return (operation, handler) -> {
            if (takes(handler, Moment.class)) {
                query(operation, "asAt", new StringSchema(), "As at this instant, or at the end of this day");
                query(operation, "atPosition", position(), "As at this position of the log, instead of asAt");
                operation.addParametersItem(new Parameter()
                        .in("header")
                        .name("Probity-Position")
                        .schema(position())
                        .description("Wait until what was recorded up to here can be read"));
            }
            if (takes(handler, PageAsked.class)) {
                query(operation, "after", new StringSchema(), "The cursor `next` of the answer before");
                Schema<?> limit = new IntegerSchema();
                limit.minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageAsked.LARGEST));
                query(operation, "limit", limit, "Items at the most; " + PageAsked.DEFAULT + " unless told");
            }
            return operation;
        };
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Stream.of(handler.getMethodParameters()).anyMatch(parameter -> parameter.getParameterType() == type);
    }

    private static void query(Operation operation, String name, Schema<?> schema, String description) {
        operation.addParametersItem(
                new Parameter().in("query").name(name).schema(schema).description(description));
    }

    private static Schema<?> position() {
        return new IntegerSchema().format("int64").minimum(BigDecimal.ZERO);
    }
}
