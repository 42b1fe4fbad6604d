package org.probity.example.command;

import java.util.List;
import org.probity.command.ContextCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the context brings to the command side. */
@Configuration(proxyBeanMethods = false)
@ExampleLogsAllowed
class ExampleContext {

    @Bean
    static ContextCatalogue exampleCatalogue() {
        return new ContextCatalogue("example", List.of(ExampleCommand.class), List.of(ExampleRule.values()));
    }
}
