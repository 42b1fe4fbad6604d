package org.probity.command;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.probity.people.event.Authority;

/**
 * Who may give a command: anyone whose token carries one of these authorities. Without any, only the service
 * itself may: automations and timers. Whether this actor may do it to this subject is decided by the handler.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface By {
    Authority[] value() default {};
}
