package org.probity.automation;

import java.time.Instant;
import org.probity.command.Command;

/**
 * A command to be given at a time.
 *
 * @param name of what gives it, such as {@code WhenOfferIsNotAnsweredThenLapse}; stands in the events it leads to
 * @param id which of them, such as the stream it is about; a timer of the same name and id is replaced
 * @param due by the log's clock
 * @param command one of the service's own; ids only, no personal data
 * @param cause id of the event it answers: given twice for the same cause, the command happens once
 */
public record Timer(String name, String id, Instant due, Command command, String cause) {}
