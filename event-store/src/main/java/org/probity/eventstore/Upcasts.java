package org.probity.eventstore;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Says how what was stored by earlier versions of the application becomes what it stores now. An event's revision is one
 * more than the number of its steps, so adding a step begins a new revision.
 */
@FunctionalInterface
public interface Upcasts {

    /** No event was ever stored in another form. */
    Upcasts NONE = type -> List.of();

    /**
     * The steps of one event: the first from revision 1 to 2, and so on. A step gets the payload's JSON object and
     * returns that of the next revision; it may change what it got. Sealed values are objects, to be left as they are.
     *
     * @param type the stored name
     */
    List<UnaryOperator<Map<String, Object>>> of(String type);
}
