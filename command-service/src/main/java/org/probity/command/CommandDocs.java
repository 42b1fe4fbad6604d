package org.probity.command;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.converter.ResolvedSchema;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.UUIDSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.probity.people.event.Authority;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Describes each command as an operation of its own in the OpenAPI document, from its record: the code knows one
 * endpoint, a reader sees every command with its fields and who may give it.
 */
@Component
class CommandDocs implements OpenApiCustomizer {

    private static final String GENERIC = "/api/commands/{name}";
    private static final String ANSWER = "CommandAnswer";
    private static final String PROBLEM = "Problem";

    private final List<ContextCatalogue> contexts;

    CommandDocs(List<ContextCatalogue> contexts) {
        this.contexts = contexts;
    }

    @Override
    public void customise(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(new Components());
        }
        api.getPaths().remove(GENERIC);
        register(api, ANSWER, CommandEndpoint.Answer.class);
        api.getComponents()
                .addSchemas(
                        PROBLEM,
                        new Schema<>()
                                .type("object")
                                .description("RFC 9457 problem details; `code` is stable, `rule` names the rule")
                                .addProperty("status", new Schema<>().type("integer"))
                                .addProperty("code", new Schema<>().type("string"))
                                .addProperty("rule", new Schema<>().type("string"))
                                .addProperty("detail", new Schema<>().type("string")));
        contexts.forEach(context -> new CommandTypes(List.of(context))
                .all().stream()
                        .filter(type -> !CommandTypes.allowedBy(type).isEmpty())
                        .forEach(type -> describe(api, context.context(), type)));
    }

    private static void describe(OpenAPI api, String context, Class<? extends Command> type) {
        String name = type.getSimpleName();
        Schema<?> schema = register(api, name, type);
        schema.setRequired(required(type));
        schema.setAdditionalProperties(false);
        var operation = new Operation()
                .operationId(name)
                .addTagsItem("commands: " + context)
                .summary(name + " (" + authorities(CommandTypes.allowedBy(type)) + ")")
                .addParametersItem(new Parameter()
                        .in("header")
                        .name("Idempotency-Key")
                        .required(true)
                        .schema(new UUIDSchema())
                        .description("Chosen by the client; the same key gives the same answer"))
                .addParametersItem(new Parameter()
                        .in("query")
                        .name("dryRun")
                        .schema(new Schema<>().type("boolean"))
                        .description("Decide, but append nothing"))
                .requestBody(new RequestBody().required(true).content(json(name)))
                .responses(new ApiResponses()
                        .addApiResponse(
                                "200", new ApiResponse().description("Accepted").content(json(ANSWER)))
                        .addApiResponse("400", problem("Not well-formed, or fields are wrong"))
                        .addApiResponse("401", problem("No valid token"))
                        .addApiResponse("403", problem("Not permitted"))
                        .addApiResponse("404", problem("Something it names does not exist"))
                        .addApiResponse("409", problem("A rule refuses it"))
                        .addApiResponse("429", problem("Too many refused commands"))
                        .addApiResponse("503", problem("The log cannot be reached")));
        api.getPaths().addPathItem("/api/commands/" + name, new PathItem().post(operation));
    }

    private static Schema<?> register(OpenAPI api, String name, Class<?> type) {
        ResolvedSchema resolved =
                ModelConverters.getInstance().resolveAsResolvedSchema(new AnnotatedType(type).resolveAsRef(false));
        resolved.referencedSchemas.forEach(api.getComponents()::addSchemas);
        api.getComponents().addSchemas(name, resolved.schema);
        return resolved.schema;
    }

    private static List<String> required(Class<? extends Command> type) {
        return Stream.of(type.getRecordComponents())
                .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                .map(RecordComponent::getName)
                .toList();
    }

    private static String authorities(Set<Authority> allowedBy) {
        return String.join(", ", allowedBy.stream().map(Authority::kebab).toList());
    }

    private static ApiResponse problem(String description) {
        return new ApiResponse()
                .description(description)
                .content(new Content()
                        .addMediaType("application/problem+json", new MediaType().schema(reference(PROBLEM))));
    }

    private static Content json(String schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(reference(schema)));
    }

    private static Schema<?> reference(String schema) {
        return new Schema<>().$ref("#/components/schemas/" + schema);
    }
}
