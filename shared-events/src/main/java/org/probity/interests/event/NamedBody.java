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
}
