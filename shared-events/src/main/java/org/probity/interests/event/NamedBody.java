package org.probity.interests.event;

import org.jspecify.annotations.Nullable;

/** A body without an organisation code, such as a company or a charity, with its number in a public register if known. */
public record NamedBody(String name, @Nullable String registerNumber) {

    /**
     * @throws IllegalArgumentException when the name is blank
     */
    public NamedBody {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a named body needs a name");
        }
    }

    /** Whether both are one body: by the register number where both have one, else by the name. */
    public boolean isSameAs(@Nullable NamedBody other) {
        if (other == null) {
            return false;
        }
        return (registerNumber != null && other.registerNumber != null)
                ? registerNumber.equalsIgnoreCase(other.registerNumber)
                : name.strip().equalsIgnoreCase(other.name.strip());
    }
}
