package org.probity.people.command;

import java.util.List;
import org.probity.command.ContextCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the context brings to the command side. */
@Configuration(proxyBeanMethods = false)
class PeopleContext {

    @Bean
    static ContextCatalogue peopleCatalogue() {
        return new ContextCatalogue("people", List.of(PeopleCommand.class), List.of(PeopleRule.values()));
    }
}
