package org.probity.automation;

import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How the processing groups run whose names begin with {@value #PREFIX}: one event after the other in the log's order,
 * on one node at a time. An event is never skipped: what fails is tried again, later and later, up to once a minute;
 * Axon's default would log it and go on. An automation without a token begins at the log's first event and is not told
 * that this is a replay: its commands' keys make it act once.
 *
 * <p>Groups are named explicitly by {@code @ProcessingGroup}, so that no token is lost when a package is renamed, and
 * automations carry {@code @DisallowReplay}: Axon then refuses to reset them.
 */
@Configuration(proxyBeanMethods = false)
class AutomationConfiguration {

    static final String PREFIX = "automation.";

    @Bean
    static ConfigurerModule automations(ListableBeanFactory beans) {
        return configurer ->
                configurer.eventProcessing(processing -> groups(beans).forEach(group -> register(processing, group)));
    }

    private static void register(EventProcessingConfigurer processing, String group) {
        processing
                .registerPooledStreamingEventProcessor(
                        group,
                        org.axonframework.config.Configuration::eventStore,
                        (configuration, processor) -> processor
                                .initialSegmentCount(1)
                                .batchSize(1)
                                .initialToken(StreamableMessageSource::createTailToken))
                .registerErrorHandler(group, configuration -> PropagatingErrorHandler.instance())
                .registerListenerInvocationErrorHandler(group, configuration -> new LoggedThenPropagated(group));
    }

    private static Stream<String> groups(ListableBeanFactory beans) {
        return Stream.of(beans.getBeanNamesForAnnotation(ProcessingGroup.class))
                .map(bean -> beans.findAnnotationOnBean(bean, ProcessingGroup.class))
                .filter(Objects::nonNull)
                .map(ProcessingGroup::value)
                .filter(group -> group.startsWith(PREFIX))
                .distinct();
    }
}
