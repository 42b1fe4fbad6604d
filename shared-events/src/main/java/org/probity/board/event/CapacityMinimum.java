package org.probity.board.event;

/** How many members of one capacity a quorum needs at least. */
public record CapacityMinimum(BoardCapacity capacity, int members) {

    /**
     * @throws IllegalArgumentException when it asks for nobody
     */
    public CapacityMinimum {
        if (members < 1) {
            throw new IllegalArgumentException("a minimum asks for at least one member");
        }
    }
}
