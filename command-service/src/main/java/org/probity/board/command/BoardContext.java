package org.probity.board.command;

import java.util.List;
import java.util.stream.Stream;
import org.probity.command.ContextCatalogue;
import org.probity.command.Rule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the context brings to the command side. */
@Configuration(proxyBeanMethods = false)
class BoardContext {

    @Bean
    static ContextCatalogue boardCatalogue() {
        return new ContextCatalogue(
                "board",
                List.of(
                        BoardCommand.class,
                        MatterCommand.class,
                        MeetingCommand.class,
                        DecidingCommand.class,
                        MinutesCommand.class,
                        ChairsActionCommand.class,
                        DecisionCommand.class),
                Stream.of(
                                BoardRule.values(),
                                MatterRule.values(),
                                MeetingRule.values(),
                                MinutesRule.values(),
                                DecisionRule.values())
                        .<Rule>flatMap(Stream::of)
                        .toList());
    }
}
