package org.probity.audit.event;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.probity.id.CampaignId;
import org.probity.id.Sha256;
import org.probity.id.StrandCode;

/**
 * Which decisions a sample selects. Anybody can do the same by hand: of every decision take the SHA-256 of the seed
 * followed by the name of the decision, as UTF-8; order the decisions by it; the first are selected.
 */
public final class SampleSelection {

    private SampleSelection() {}

    /** The seed of a sample that is drawn when an event is the last in the log. */
    public static Sha256 seed(UUID lastEvent, long position) {
        return Sha256.of(lastEvent + " " + position);
    }

    /** The name of a decision on appointments: which it was of those in its strand, from 1. */
    public static String appointment(CampaignId campaign, StrandCode strand, int number) {
        return "%s/%s/%d".formatted(campaign.stream(), strand.value(), number);
    }

    /**
     * The names that are selected, in the order of selection.
     *
     * @param names of all decisions: of boards their streams, on appointments {@link #appointment}
     */
    public static List<String> of(Sha256 seed, int size, Collection<String> names) {
        return names.stream()
                .sorted(Comparator.comparing(
                        name -> Sha256.of(seed.value() + name).value()))
                .limit(size)
                .toList();
    }
}
