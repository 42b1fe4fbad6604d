package org.probity.board.command;

import java.util.List;
import org.probity.command.ContextCatalogue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the context brings to the command side. */
@Configuration(proxyBeanMethods = false)
class BoardContext {

    @Bean
    static ContextCatalogue boardCatalogue() {
        return new ContextCatalogue("board", List.of(BoardCommand.class), List.of(BoardRule.values()));
    }
}
