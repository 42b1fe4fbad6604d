package org.probity.query;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Runs every projection in one segment of its own pooled processor, with its rows and its position in one transaction.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReadProperties.class)
class ProjectionConfiguration {

    private static final int BATCH = 200;

    @Bean
    static ProjectionNames projectionNames(ListableBeanFactory beans) {
        return new ProjectionNames(Stream.of(beans.getBeanNamesForType(Projection.class))
                .map(bean -> Objects.requireNonNull(
                                beans.findAnnotationOnBean(bean, ProcessingGroup.class),
                                () -> bean + " has no processing group")
                        .value())
                .sorted()
                .toList());
    }

    @Bean
    static ConfigurerModule projections(ProjectionNames names, ReadProperties properties) {
        return configurer -> names.all().forEach(group -> {
            // Each generation has processors, and so tokens, of its own: a rebuild runs beside what it replaces.
            String processor = group + "@" + properties.generation();
            run(configurer.eventProcessing().assignProcessingGroup(group, processor), group, processor);
        });
    }

    private static void run(EventProcessingConfigurer processing, String group, String processor) {
        processing
                .registerPooledStreamingEventProcessor(
                        processor,
                        org.axonframework.config.Configuration::eventStore,
                        (configuration, builder) -> builder.initialSegmentCount(1)
                                .batchSize(BATCH)
                                .initialToken(log -> new GlobalSequenceTrackingToken(configuration
                                        .getComponent(Positions.class)
                                        .of(group)))
                                .workerExecutor(name -> Executors.newSingleThreadScheduledExecutor(
                                        Thread.ofPlatform().daemon().name(name).factory())))
                // By default a handler that fails is logged and passed over; a projection must stop instead.
                .registerListenerInvocationErrorHandler(group, configuration -> PropagatingErrorHandler.instance())
                .registerErrorHandler(processor, configuration -> PropagatingErrorHandler.instance())
                .registerHandlerInterceptor(
                        processor,
                        configuration -> new ExactlyOnce(group, configuration.getComponent(Positions.class)));
    }

    @Bean
    static ParameterResolverFactory recordedParameters() {
        return new RecordedParameters();
    }

    private static final class RecordedParameters implements ParameterResolverFactory {
        @Override
        public @Nullable ParameterResolver<?> createInstance(Executable executable, Parameter[] parameters, int index) {
            return parameters[index].getType() == Recorded.class ? new RecordedParameter() : null;
        }
    }

    private static final class RecordedParameter implements ParameterResolver<Recorded> {
        @Override
        public Recorded resolveParameterValue(Message<?> message) {
            return Recorded.of(message);
        }

        @Override
        public boolean matches(Message<?> message) {
            return message instanceof EventMessage<?>;
        }
    }
}
