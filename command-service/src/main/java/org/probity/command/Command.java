package org.probity.command;

/** Something a person wants done. Implemented by the sealed command family of each context, by records. */
public interface Command {

    /** The stream it is about, such as {@code campaign/<uuid>}: refusals are recorded against it. */
    String subject();
}
