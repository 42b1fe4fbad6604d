package org.probity.query;

import java.util.List;

/** The processing groups of all projections of this application, such as {@code projection.campaign}. */
record ProjectionNames(List<String> all) {}
