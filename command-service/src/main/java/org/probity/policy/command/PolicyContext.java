package org.probity.policy.command;

import java.util.List;
import org.probity.command.ContextCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the context brings to the command side. */
@Configuration(proxyBeanMethods = false)
class PolicyContext {

    @Bean
    static ContextCatalogue policyCatalogue() {
        return new ContextCatalogue("policy", List.of(PolicyCommand.class), List.of(PolicyRule.values()));
    }
}
