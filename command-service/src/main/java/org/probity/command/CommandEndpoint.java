package org.probity.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.probity.eventstore.CommandKey;
import org.probity.identity.Actor;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The one endpoint of all commands: {@code POST /api/commands/<Command>}. */
@RestController
class CommandEndpoint {

    private static final int LARGEST_BODY = 256 * 1024;

    private final CommandTypes types;
    private final CommandBinding binding;
    private final CommandDispatch dispatch;
    private final Fingerprints fingerprints;
    private final RefusalText refusalText;

    CommandEndpoint(
            CommandTypes types,
            CommandBinding binding,
            CommandDispatch dispatch,
            Fingerprints fingerprints,
            RefusalText refusalText) {
        this.types = types;
        this.binding = binding;
        this.dispatch = dispatch;
        this.fingerprints = fingerprints;
        this.refusalText = refusalText;
    }

    @PostMapping(
            path = "/api/commands/{name}",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> give(
            Actor actor,
            @PathVariable String name,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestParam(defaultValue = "false") boolean dryRun,
            HttpServletRequest request)
            throws IOException {
        Class<? extends Command> type = types.forPeople(name).orElseThrow(UnknownCommand::new);
        byte[] body = bodyOf(request);
        Command command = binding.bind(type, body);
        UUID id = dryRun && key == null ? UUID.randomUUID() : idOf(key);
        CommandKey commandKey = fingerprints.keyOf(id, actor, name, body);
        return switch (dispatch.give(actor, command, commandKey, dryRun)) {
            case Outcome.Accepted accepted -> answer(id, accepted.events());
            case Outcome.Refused refused -> refusalText.answer(refused);
        };
    }

    private static ResponseEntity<Answer> answer(UUID command, List<Outcome.Recorded> events) {
        Long position = events.getLast().position();
        var answer = new Answer(command, position, events);
        return position == null
                ? ResponseEntity.ok(answer)
                : ResponseEntity.ok()
                        .header("Probity-Position", position.toString())
                        .body(answer);
    }

    private static UUID idOf(@Nullable String key) {
        if (key == null) {
            throw new KeyMissing();
        }
        try {
            UUID id = UUID.fromString(key);
            if (id.toString().equalsIgnoreCase(key)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the refusal below
        }
        throw new KeyMissing();
    }

    private static byte[] bodyOf(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw new BodyTooLarge();
        }
        return body;
    }

    /**
     * What a client gets for an accepted command.
     *
     * @param command the idempotency key
     * @param position position of the last event; absent after a dry run
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(UUID command, @Nullable Long position, List<Outcome.Recorded> events) {}

    /** No command has this name: HTTP 404 {@code unknown-command}. */
    static final class UnknownCommand extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The header {@code Idempotency-Key} is missing or no UUID: HTTP 400 {@code idempotency-key-missing}. */
    static final class KeyMissing extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The body is larger than any command: HTTP 413 {@code body-too-large}. */
    static final class BodyTooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
