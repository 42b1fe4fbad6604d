package org.probity.benchmarks;

import java.time.Duration;

/** Another way to carry out the sample's commands. */
interface Peer extends AutoCloseable {

    /** How many commands a second so many callers complete together. */
    double perSecond(int callers, Duration duration);

    @Override
    void close();
}
