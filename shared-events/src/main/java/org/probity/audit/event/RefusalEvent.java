package org.probity.audit.event;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probity.event.Event;
import org.probity.id.AccountId;
import org.probity.id.RefusalId;

/** The story of one refused command. Ids, codes and numbers only: prose is written when it is read. */
public sealed interface RefusalEvent extends Event {

    RefusalId refusal();

    @Override
    default String stream() {
        return refusal().stream();
    }

    /** {@code subject} is the stream id of what the command was about; {@code rule} the code of the rule that refused it. */
    record CommandRejected(
            RefusalId refusal,
            String command,
            @Nullable AccountId account,
            String subject,
            String rule,
            Map<String, String> details)
            implements RefusalEvent {
        public CommandRejected {
            details = Map.copyOf(details);
        }
    }

    /** The same refusal, this many times more within a minute. */
    record RefusalRepeated(RefusalId refusal, int times) implements RefusalEvent {}

    /** The account was refused so often that further refusals are not recorded for a while. */
    record RefusalBudgetSpent(RefusalId refusal, AccountId account, int budget) implements RefusalEvent {}
}
