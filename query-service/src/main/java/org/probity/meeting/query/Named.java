package org.probity.meeting.query;

import org.jspecify.annotations.Nullable;
import org.probity.id.PersonId;

/** A person with the name; null once they are erased, unless it stays public with an office they held. */
public record Named(PersonId person, @Nullable String name) {}
