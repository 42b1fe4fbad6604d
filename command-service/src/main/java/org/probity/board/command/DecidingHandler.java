package org.probity.board.command;

import java.time.Instant;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
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
    private final SuggestedConflicts suggested;
    private final Resolutions resolutions;

    DecidingHandler(Streams streams, Agendas agendas, SuggestedConflicts suggested, Resolutions resolutions) {
        this.streams = streams;
        this.agendas = agendas;
        this.suggested = suggested;
        this.resolutions = resolutions;
    }

    @CommandHandler
    void handle(RecordConsensus command, Occasion occasion) {
        decide(command, command.at(), occasion, DecidingHandler::mustPreside, deciding -> {
            resolutions.mustBePossible(
                    deciding.body(), command.resolution(), occasion.caller().person());
            return deciding.consensus(command);
        });
    }

    @CommandHandler
    void handle(RecordShowOfHands command, Occasion occasion) {
        decide(command, command.at(), occasion, DecidingHandler::mustConduct, deciding -> {
            resolutions.mustBePossible(
                    deciding.body(), command.resolution(), occasion.caller().person());
            return deciding.showOfHands(command);
        });
    }

    @CommandHandler
    void handle(OpenVote command, Occasion occasion) {
        decide(command, occasion.now(), occasion, DecidingHandler::mustConduct, deciding -> {
            resolutions.mustBePossible(
                    deciding.body(), command.resolution(), occasion.caller().person());
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
        conduct(command, occasion, DecidingHandler::mustConduct, deciding -> deciding.receiveBallot(command.person()));
    }

    @CommandHandler
    void handle(EnterTally command, Occasion occasion) {
        PersonId teller = occasion.caller().asPerson();
        conduct(command, occasion, Deciding::mustBeTeller, deciding -> deciding.enterTally(teller, command.tally()));
    }

    @CommandHandler
    void handle(CloseVote command, Occasion occasion) {
        decide(command, occasion.now(), occasion, DecidingHandler::mustConduct, Deciding::closeVote);
    }

    @CommandHandler
    void handle(AbandonVote command, Occasion occasion) {
        conduct(command, occasion, DecidingHandler::mustConduct, deciding -> deciding.abandonVote(command));
    }

    @CommandHandler
    void handle(UseCastingVote command, Occasion occasion) {
        decide(
                command,
                occasion.now(),
                occasion,
                DecidingHandler::mustPreside,
                deciding -> deciding.castingVote(deciding.presider(), command.choice()));
    }

    @CommandHandler
    void handle(DeclineCastingVote command, Occasion occasion) {
        decide(
                command,
                occasion.now(),
                occasion,
                DecidingHandler::mustPreside,
                deciding -> deciding.castingVote(deciding.presider(), null));
    }

    /** Goes on with a vote, or ends it: conflicts, and where the matter is, are asked when something is decided. */
    private void conduct(
            DecidingCommand command, Occasion occasion, BiConsumer<Deciding, Occasion> by, Consumer<Deciding> what) {
        Aggregate<Matter> matter = matter(command);
        streams.existing(Meeting.class, command.subject()).execute(meeting -> {
            matter.execute(it -> it.mustBeOpenTo(occasion.caller().person()));
            var deciding = new Deciding(meeting, command.item(), occasion.now(), occasion.now());
            by.accept(deciding, occasion);
            what.accept(deciding);
        });
    }

    /**
     * Decides, once everybody concerned was asked about conflicts and each is decided.
     *
     * @param by who may: asked first, since others are told nothing of conflicts
     * @param how what comes of it, if anything
     */
    private void decide(
            DecidingCommand command,
            Instant at,
            Occasion occasion,
            BiConsumer<Deciding, Occasion> by,
            Function<Deciding, @Nullable DecisionRecorded> how) {
        Aggregate<Matter> matter = matter(command);
        Aggregate<Meeting> meeting = streams.existing(Meeting.class, command.subject());
        DecisionRecorded decided = meeting.invoke(it -> {
            matter.execute(its -> {
                its.mustBeOpenTo(occasion.caller().person());
                its.mustBeBefore(it.board());
            });
            var deciding = new Deciding(it, command.item(), at, occasion.now());
            by.accept(deciding, occasion);
            matter.execute(its -> {
                its.mustHaveDecidedConflictsOf(deciding.concerned());
                its.mustHaveAsked(suggested.of(deciding.members(), its.effects(), deciding.body(), occasion.today()));
            });
            return how.apply(deciding);
        });
        if (decided != null) {
            matter.execute(it -> it.decide(command.meeting(), decided.decision(), decided.outcome()));
            streams.open(Decision.class, decided.decision().stream()).execute(it -> it.record(decided));
        }
    }

    private Aggregate<Matter> matter(DecidingCommand command) {
        return streams.existing(Matter.class, agendas.matterOf(command.meeting(), command.item()).stream());
    }

    private static void mustPreside(Deciding deciding, Occasion occasion) {
        MatterRule.NOT_PRESIDING.refuseIf(!occasion.caller().is(deciding.presider()));
    }

    /** The secretary of the board or whoever presides. */
    static void mustConduct(Deciding deciding, Occasion occasion) {
        if (!deciding.isServedBy(occasion)) {
            mustPreside(deciding, occasion);
        }
    }
}
