package org.probity.command;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.probity.eventstore.CommandKey;
import org.probity.identity.Actor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says what an idempotency key was used for without keeping the body: HMAC-SHA-256 (RFC 2104) of actor, command name
 * and body. Keyed, because a body may hold personal data that a plain hash would let an attacker guess.
 */
@Component
class Fingerprints {

    private final SecretKeySpec secret;

    Fingerprints(@Value("${probity.fingerprint-secret}") String secret) {
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    CommandKey keyOf(UUID id, Actor actor, String command, byte[] body) {
        return new CommandKey(id, mac(actor.account().value(), command, body));
    }

    /**
     * An automation's key is derived from its cause and the whole command (UUID version 5, RFC 9562): one cause may lead
     * to several commands for the same subject, and each of them acts once.
     */
    CommandKey keyOf(String automation, Command command, String cause) {
        String name = command.getClass().getSimpleName();
        String body = cause + "/" + JsonMapper.shared().writeValueAsString(command);
        return new CommandKey(
                NameBasedId.of(automation + "/" + name + "/" + body),
                mac(automation, name, body.getBytes(StandardCharsets.UTF_8)));
    }

    private String mac(String who, String command, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update((who + "\n" + command + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
