package org.probity.meeting.query;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.probity.id.PersonId;
import org.probity.people.query.PeopleTables;
import org.probity.people.query.PeopleTables.Person;

/** The names of those whom an answer is about. */
final class Names {

    private final Map<PersonId, Person> known;

    private Names(Map<PersonId, Person> known) {
        this.known = known;
    }

    /** As they were known at a position. */
    static Names of(PeopleTables people, long position, Iterable<? extends Collection<PersonId>> ids) {
        Set<PersonId> all = new HashSet<>();
        ids.forEach(all::addAll);
        return new Names(people.named(position, all));
    }

    Named of(PersonId person) {
        return new Named(person, name(person));
    }

    @Nullable
    String name(PersonId person) {
        Person found = known.get(person);
        return found == null ? null : found.name();
    }
}
