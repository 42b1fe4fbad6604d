package org.probity.eventstore;

import java.util.function.BooleanSupplier;

/** Gives each unit of work of a batch its outcome. */
interface BatchWriter extends AutoCloseable {

    /**
     * Returns when each has its outcome; throws nothing.
     *
     * @param closing whether the log takes no more, so that waiting for the database has an end
     */
    void write(Batch batch, BooleanSupplier closing);

    @Override
    void close();
}
