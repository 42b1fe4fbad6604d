package org.probity.board.command;

import java.time.Instant;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.jspecify.annotations.Nullable;
import org.probity.board.command.DecidingCommand.*;
import org.probity.board.event.DecisionEvent.DecisionRecorded;
import org.probity.command.Occasion;
import org.probity.command.Streams;
import org.probity.id.PersonId;
import org.springframework.stereotype.Component;

/**
 * Opens the matter and the meeting for what decides an item. A decision is appended to the matter, the meeting and a
 * stream of its own at once: a recusal or another vote at the same moment comes before it or after it.
 */
@Component
class DecidingHandler {

    private final Streams streams;
    private final Agendas agendas;
    private final Resolutions resolutions;

    DecidingHandler(Streams streams, Agendas agendas, Resolutions resolutions) {
        this.streams = streams;
        this.agendas = agendas;
        this.resolutions = resolutions;
    }

    @CommandHandler
    void handle(RecordConsensus command, Occasion occasion) {
        decide(command, command.at(), occasion, deciding -> {
            mustPreside(deciding, occasion);
            resolutions.mustBePossible(deciding.body(), command.resolution());
            return deciding.consensus(command);
        });
    }

    @CommandHandler
    void handle(RecordShowOfHands command, Occasion occasion) {
        decide(command, command.at(), occasion, deciding -> {
            mustConduct(deciding, occasion);
            resolutions.mustBePossible(deciding.body(), command.resolution());
            return deciding.showOfHands(command);
        });
    }

    @CommandHandler
    void handle(OpenVote command, Occasion occasion) {
        decide(command, occasion.now(), occasion, deciding -> {
            mustConduct(deciding, occasion);
            resolutions.mustBePossible(deciding.body(), command.resolution());
            deciding.openVote(command);
            return null;
        });
    }

    /** Only the meeting is appended to: a recusal is, too, and so comes before the vote or makes it void. */
    @CommandHandler
    void handle(CastVote command, Occasion occasion) {
        PersonId person = occasion.caller().asPerson();
        streams.existing(Meeting.class, command.subject())
                .execute(meeting -> new Deciding(meeting, command.item(), occasion.now(), occasion.now())
                        .cast(person, command.choice()));
    }

    @CommandHandler
    void handle(ReceiveBallot command, Occasion occasion) {
        decide(command, occasion.now(), occasion, deciding -> {
            mustConduct(deciding, occasion);
            deciding.receiveBallot(command.person());
            return null;
        });
    }

    @CommandHandler
    void handle(EnterTally command, Occasion occasion) {
        PersonId teller = occasion.caller().asPerson();
        decide(command, occasion.now(), occasion, deciding -> {
            deciding.enterTally(teller, occasion, command.tally());
            return null;
        });
    }

    @CommandHandler
    void handle(CloseVote command, Occasion occasion) {
        decide(command, occasion.now(), occasion, deciding -> {
            mustConduct(deciding, occasion);
            return deciding.closeVote();
        });
    }

    @CommandHandler
    void handle(UseCastingVote command, Occasion occasion) {
        decide(
                command,
                occasion.now(),
                occasion,
                deciding -> deciding.castingVote(mustPreside(deciding, occasion), command.choice()));
    }

    @CommandHandler
    void handle(DeclineCastingVote command, Occasion occasion) {
        decide(
                command,
                occasion.now(),
                occasion,
                deciding -> deciding.castingVote(mustPreside(deciding, occasion), null));
    }

    private void decide(
            DecidingCommand command,
            Instant at,
            Occasion occasion,
            Function<Deciding, @Nullable DecisionRecorded> how) {
        Aggregate<Matter> matter =
                streams.existing(Matter.class, agendas.matterOf(command.meeting(), command.item()).stream());
        Aggregate<Meeting> meeting = streams.existing(Meeting.class, command.subject());
        DecisionRecorded decided = meeting.invoke(it -> {
            matter.execute(its -> {
                its.mustBeOpenTo(occasion.caller().person());
                its.mustBeBefore(it.board());
            });
            var deciding = new Deciding(it, command.item(), at, occasion.now());
            matter.execute(its -> its.mustHaveDecidedConflictsOf(deciding.present()));
            return how.apply(deciding);
        });
        if (decided != null) {
            matter.execute(it -> it.decide(command.meeting(), decided.decision(), decided.outcome()));
            streams.open(Decision.class, decided.decision().stream()).execute(it -> it.record(decided));
        }
    }

    private static PersonId mustPreside(Deciding deciding, Occasion occasion) {
        PersonId presider = deciding.presider();
        MatterRule.NOT_PRESIDING.refuseIf(!occasion.caller().is(presider));
        return presider;
    }

    /** The secretary of the board or whoever presides. */
    static void mustConduct(Deciding deciding, Occasion occasion) {
        if (!deciding.isServedBy(occasion)) {
            mustPreside(deciding, occasion);
        }
    }
}
