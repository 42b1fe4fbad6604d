package org.probity.establishment.command;

import java.util.List;
import org.probity.command.ContextCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the context brings to the command side. */
@Configuration(proxyBeanMethods = false)
class EstablishmentContext {

    @Bean
    static ContextCatalogue establishmentCatalogue() {
        return new ContextCatalogue(
                "establishment", List.of(EstablishmentCommand.class), List.of(EstablishmentRule.values()));
    }
}
