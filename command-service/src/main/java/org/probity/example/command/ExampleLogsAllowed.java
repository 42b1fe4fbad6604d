package org.probity.example.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/**
 * Only there with {@code probity.example-logs-allowed=true}. Elsewhere the commands are unknown, so that nobody can
 * set the clock of a log that is meant to be real.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "probity.example-logs-allowed", havingValue = "true")
@interface ExampleLogsAllowed {}
