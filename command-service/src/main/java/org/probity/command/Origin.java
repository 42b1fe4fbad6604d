package org.probity.command;

import java.util.Map;
import org.axonframework.messaging.Message;
import org.probity.id.AccountId;

/** What every event says of its origin, in its metadata: ids only. */
public final class Origin {

    private static final String COMMAND = "command";
    private static final String ACTOR = "actor";
    private static final String AUTOMATION = "automation";

    private Origin() {}

    /** Whether somebody who used this account gave the command that led to an event. */
    public static boolean isActor(Message<?> event, AccountId account) {
        return account.value().equals(event.getMetaData().get(ACTOR));
    }

    static Map<String, String> byAccount(String command, AccountId account) {
        return Map.of(COMMAND, command, ACTOR, account.value());
    }

    static Map<String, String> byAutomation(String command, String automation) {
        return Map.of(COMMAND, command, AUTOMATION, automation);
    }
}
