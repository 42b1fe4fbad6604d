package org.probity.command;

import java.util.List;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.probity.eventstore.CommandKey;
import org.probity.eventstore.Receipt;
import org.probity.identity.Actor;

/**
 * A command on its way through the command bus of this process, with who gives it and, at the end, what it gave.
 * It travels as metadata of the command message and never leaves the process.
 */
final class Submission {

    private static final String KEY = Submission.class.getName();

    private final Command command;
    private final @Nullable Actor actor;
    private final @Nullable String automation;
    private final CommandKey key;
    private final boolean dryRun;
    private final boolean firstAttempt;
    private @Nullable Receipt receipt;
    private List<String> staged = List.of();

    private Submission(
            Command command,
            @Nullable Actor actor,
            @Nullable String automation,
            CommandKey key,
            boolean dryRun,
            boolean firstAttempt) {
        this.command = command;
        this.actor = actor;
        this.automation = automation;
        this.key = key;
        this.dryRun = dryRun;
        this.firstAttempt = firstAttempt;
    }

    static Submission by(Actor actor, Command command, CommandKey key, boolean dryRun) {
        return new Submission(command, actor, null, key, dryRun, true);
    }

    static Submission byAutomation(String automation, Command command, CommandKey key) {
        return new Submission(command, null, automation, key, false, true);
    }

    /** The same, to be tried once more. */
    Submission again() {
        return new Submission(command, actor, automation, key, dryRun, false);
    }

    static Submission of(Message<?> message) {
        if (message.getMetaData().get(KEY) instanceof Submission submission) {
            return submission;
        }
        throw new IllegalStateException("A command came without its submission");
    }

    CommandMessage<Command> message() {
        return new GenericCommandMessage<>(command, Map.of(KEY, this));
    }

    /** What every event of this command says of its origin: ids only. */
    Map<String, String> origin() {
        String name = command.getClass().getSimpleName();
        return actor == null
                ? Origin.byAutomation(name, String.valueOf(automation))
                : Origin.byAccount(name, actor.account());
    }

    Command command() {
        return command;
    }

    @Nullable
    Actor actor() {
        return actor;
    }

    @Nullable
    String automation() {
        return automation;
    }

    CommandKey key() {
        return key;
    }

    boolean isDryRun() {
        return dryRun;
    }

    boolean isFirstAttempt() {
        return firstAttempt;
    }

    @Nullable
    Receipt receipt() {
        return receipt;
    }

    void received(@Nullable Receipt given) {
        receipt = given;
    }

    List<String> staged() {
        return staged;
    }

    void wouldStage(List<String> types) {
        staged = types;
    }
}
