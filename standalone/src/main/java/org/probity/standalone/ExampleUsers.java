package org.probity.standalone;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.probity.people.event.Authority;

/**
 * The users of the embedded issuer: one for each authority, called like it ({@code board-chair}), a founder, and those
 * that a scenario adds. The founder is a second policy owner: nobody grants a duty to themselves, so the first owner of
 * a body's policy needs another. They live in memory; a scenario adds its users at every start.
 */
public final class ExampleUsers {

    private final Map<String, ExampleUser> byName = new ConcurrentHashMap<>();

    ExampleUsers() {
        add(Arrays.stream(Authority.values())
                .map(authority -> new ExampleUser(authority.kebab(), Set.of(authority)))
                .toList());
        add(List.of(new ExampleUser("founder", Set.of(Authority.POLICY_OWNER))));
    }

    /** Adds users; one of a name that exists takes its place. Tokens given out before keep their authorities. */
    public void add(Collection<ExampleUser> users) {
        users.forEach(user -> byName.put(user.name(), user));
    }

    /** The user of that name. */
    public Optional<ExampleUser> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Everybody, by name. */
    public List<ExampleUser> all() {
        return byName.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .toList();
    }
}
