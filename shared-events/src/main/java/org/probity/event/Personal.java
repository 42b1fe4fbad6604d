package org.probity.event;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of an event as personal data about one person: its whole JSON value, whatever its shape, is stored
 * under that person's key. It stands on components of events themselves, never deeper. Once the person is erased the
 * component reads as null, so a marked component is always nullable and no rule may depend on it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
public @interface Personal {

    /** The component of the same event that names the person. */
    String of() default "person";
}
