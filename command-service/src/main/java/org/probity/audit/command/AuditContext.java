package org.probity.audit.command;

import java.util.List;
import org.probity.command.ContextCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the context brings to the command side. */
@Configuration(proxyBeanMethods = false)
class AuditContext {

    @Bean
    static ContextCatalogue auditCatalogue() {
        return new ContextCatalogue("audit", List.of(AuditCommand.class), List.of(AuditRule.values()));
    }
}
