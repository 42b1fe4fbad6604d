package org.probity.interests.command;

import java.util.List;
import org.probity.command.ContextCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the context brings to the command side. */
@Configuration(proxyBeanMethods = false)
class InterestsContext {

    @Bean
    static ContextCatalogue interestsCatalogue() {
        return new ContextCatalogue("interests", List.of(InterestsCommand.class), List.of(InterestsRule.values()));
    }
}
