package org.probity.board.event;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.probity.id.OrganisationCode;
import org.probity.interests.event.NamedBody;

/** What a matter does to an organisation with a code, or to another named body. */
public record StatedEffect(
        @Nullable OrganisationCode organisation, @Nullable NamedBody namedBody, Effect effect) {

    /**
     * @throws IllegalArgumentException unless it is about exactly one of them
     */
    public StatedEffect {
        if ((organisation == null) == (namedBody == null)) {
            throw new IllegalArgumentException("an effect is on an organisation or on another named body");
        }
    }

    /**
     * Those of all stated effects of a matter that treat organisations differently: whoever gains or loses, unless all
     * gain alike or all lose alike. One that is stated alone is differential; whoever is left as they are belongs on the
     * list, so that it shows.
     */
    public static List<StatedEffect> differential(List<StatedEffect> effects) {
        boolean alike = effects.size() > 1
                && effects.stream().map(StatedEffect::effect).distinct().count() == 1;
        return effects.stream()
                .filter(one -> !alike && one.effect() != Effect.NEUTRAL)
                .toList();
    }

    /** Whether it is an effect on what somebody has an interest in. */
    public boolean isOn(@Nullable OrganisationCode code, @Nullable NamedBody body) {
        return organisation == null ? body != null && body.isSameAs(namedBody) : organisation.equals(code);
    }
}
