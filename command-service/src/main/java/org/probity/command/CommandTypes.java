package org.probity.command;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.probity.people.event.Authority;
import org.springframework.stereotype.Component;

/** The commands of all contexts by name, and who may give them. */
@Component
public class CommandTypes {

    private final Map<String, Class<? extends Command>> types = new TreeMap<>();

    /**
     * @throws IllegalArgumentException if two commands share a name, or one does not say who may give it
     */
    public CommandTypes(List<ContextCatalogue> contexts) {
        contexts.stream().flatMap(context -> context.families().stream()).forEach(this::add);
    }

    private void add(Class<?> type) {
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                add(permitted);
            }
            return;
        }
        if (!type.isRecord() || !type.isAnnotationPresent(By.class)) {
            throw new IllegalArgumentException(type.getName() + " must be a record that says who may give it");
        }
        if (types.put(type.getSimpleName(), type.asSubclass(Command.class)) != null) {
            throw new IllegalArgumentException("Two commands share the name " + type.getSimpleName());
        }
    }

    /** The record of a command that people may give, by its name. */
    public Optional<Class<? extends Command>> forPeople(String name) {
        Class<? extends Command> type = types.get(name);
        return type == null || allowedBy(type).isEmpty() ? Optional.empty() : Optional.of(type);
    }

    /** The record of a command, also of one that only the service gives, by its name. */
    public Optional<Class<? extends Command>> named(String name) {
        return Optional.ofNullable(types.get(name));
    }

    /** The records of all commands in alphabetical order. */
    public Collection<Class<? extends Command>> all() {
        return List.copyOf(types.values());
    }

    /** The authorities that may give a command; none for commands of the service itself. */
    public static Set<Authority> allowedBy(Class<? extends Command> type) {
        By by = type.getAnnotation(By.class);
        return by == null || by.value().length == 0
                ? EnumSet.noneOf(Authority.class)
                : EnumSet.copyOf(List.of(by.value()));
    }
}
