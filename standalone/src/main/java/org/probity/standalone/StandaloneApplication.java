package org.probity.standalone;

import java.nio.file.Path;
import java.util.List;
import org.probity.event.EarlierForms;
import org.probity.event.EventFamilies;
import org.probity.event.PersonalComponents;
import org.probity.eventstore.EventTypes;
import org.probity.scenario.PlayCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationExcludeFilter;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Starts everything in one JVM. */
@SpringBootConfiguration
@EnableAutoConfiguration
@ComponentScan(
        basePackages = "org.probity",
        excludeFilters = {
            @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class),
            @Filter(type = FilterType.CUSTOM, classes = AutoConfigurationExcludeFilter.class),
            // The services' own main classes, which start them one by one.
            @Filter(type = FilterType.ANNOTATION, classes = SpringBootApplication.class)
        })
public class StandaloneApplication {

    private static final Logger LOG = LoggerFactory.getLogger(StandaloneApplication.class);

    @Bean
    EventTypes eventTypes() {
        return EventTypes.of(EventFamilies.ALL, PersonalComponents::of, EarlierForms::of);
    }

    /**
     * Runs until it is stopped; settings may be given as {@code --name=value}. With {@code play <file>} it plays a
     * scenario to one that runs already, and ends.
     */
    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("play")) {
            System.exit(PlayCommand.run(List.of(args).subList(1, args.length), System.out, System.err));
        }
        // Read before any Spring property is: Axon would otherwise tell a server elsewhere that it runs.
        System.setProperty("axoniq.update-checker.disabled", "true");
        SpringApplication.run(StandaloneApplication.class, args);
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        Environment environment = event.getApplicationContext().getEnvironment();
        LOG.info(
                "Probity answers at http://localhost:{}, data is kept in {}",
                environment.getProperty("local.server.port"),
                Path.of(environment.getRequiredProperty("probity.data-dir")).toAbsolutePath());
    }
}
