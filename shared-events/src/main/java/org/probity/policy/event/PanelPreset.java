package org.probity.policy.event;

/**
 * A composition of panels that a rule pack knows by name, for one kind of competition.
 *
 * @param name in kebab case, such as {@code with-official}
 * @param members ordinary members it has at least, besides its one chair
 * @param independent independent members it has at least
 * @param officials officials it has at least
 */
public record PanelPreset(String name, int members, int independent, int officials) {

    /**
     * @throws IllegalArgumentException when the name is not in kebab case or a number is negative
     */
    public PanelPreset {
        mustBeName(name);
        if (members < 0 || independent < 0 || officials < 0) {
            throw new IllegalArgumentException("the numbers of a preset are not negative");
        }
    }

    /**
     * Demands a name that a preset can have.
     *
     * @throws IllegalArgumentException when it is not in kebab case
     */
    public static void mustBeName(String name) {
        if (!name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("a preset's name is in kebab case");
        }
    }
}
