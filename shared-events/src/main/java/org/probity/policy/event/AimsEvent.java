package org.probity.policy.event;

import java.util.List;
import org.probity.event.Event;
import org.probity.id.OrganisationCode;

/** The story of the aims of one body. */
public sealed interface AimsEvent extends Event {

    OrganisationCode body();

    @Override
    default String stream() {
        return streamOf(body());
    }

    /** The stream of the aims of a body. */
    static String streamOf(OrganisationCode body) {
        return "aims/" + body.value();
    }

    /** Replaces the list as a whole. */
    record AimsAdopted(OrganisationCode body, List<Aim> aims) implements AimsEvent {
        public AimsAdopted {
            aims = List.copyOf(aims);
        }
    }
}
