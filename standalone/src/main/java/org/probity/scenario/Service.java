package org.probity.scenario;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A running service as its users reach it: over HTTP, with a token of their own. Not for use by several threads. */
final class Service implements AutoCloseable {

    private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(60);
    private static final int TRIES = 10;
    private static final long LONGEST_PAUSE_SECONDS = 60;

    private final URI address;
    private final Map<String, String> tokens = new HashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /**
     * @param address such as {@code http://localhost:8080}
     */
    Service(URI address) {
        this.address = address;
    }

    URI address() {
        return address;
    }

    /** The issuer's name, the claim {@code iss} of its tokens (OpenID Connect Discovery 1.0, section 4). */
    String issuer() throws OutOfReach, InterruptedException {
        Answer answer = send(request("/.well-known/openid-configuration").GET());
        String issuer = answer.text("issuer");
        if (answer.status() != 200 || issuer.isEmpty()) {
            throw new OutOfReach(address + " has no embedded issuer, and only its users' tokens can be had here");
        }
        return issuer;
    }

    /** Whether the issuer gives out tokens of this user. */
    boolean knows(String user) throws OutOfReach, InterruptedException {
        return !token(user).isEmpty();
    }

    /**
     * Gives a command. Where the service asks to send it again, it is sent again with the same key, which makes that safe.
     */
    Answer give(String user, String command, UUID key, byte[] body) throws OutOfReach, InterruptedException {
        return authorised(user, () -> request("/api/commands/" + command)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key.toString())
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Asks what would come of a command now, and has nothing happen. */
    Answer tryOut(String user, String command, byte[] body) throws OutOfReach, InterruptedException {
        return authorised(user, () -> request("/api/commands/" + command + "?dryRun=true")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** A page of the log: the events after a position. */
    Answer log(String reader, long after, int limit) throws OutOfReach, InterruptedException {
        return authorised(reader, () -> request("/api/log?after=" + after + "&limit=" + limit)
                .GET());
    }

    /** The recruitment dashboard, once it has caught up with a position of the log. */
    Answer dashboard(String reader, long position) throws OutOfReach, InterruptedException {
        return authorised(reader, () -> request("/api/dashboards/recruitment")
                .header("Probity-Position", Long.toString(position))
                .GET());
    }

    private Answer authorised(String user, Asked asked) throws OutOfReach, InterruptedException {
        for (int tried = 1; ; tried++) {
            Answer answer = send(asked.request().header("Authorization", "Bearer " + token(user)));
            if (answer.status() == 401 && tried == 1) {
                tokens.remove(user); // it may have expired while others played
            } else if (answer.asksForPatience() && tried < TRIES) {
                Thread.sleep(Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, answer.retryAfterSeconds())));
            } else {
                return answer;
            }
        }
    }

    private String token(String user) throws OutOfReach, InterruptedException {
        String known = tokens.get(user);
        if (known != null) {
            return known;
        }
        String name = URLEncoder.encode(user, StandardCharsets.UTF_8);
        String credentials = Base64.getEncoder().encodeToString((name + ":" + name).getBytes(StandardCharsets.UTF_8));
        Answer answer = send(request("/oauth2/token")
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        String token = answer.text("access_token");
        if (!token.isEmpty()) {
            tokens.put(user, token);
        }
        return token;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWERS_WITHIN)
                .header("Accept", "application/json");
    }

    private Answer send(HttpRequest.Builder request) throws OutOfReach, InterruptedException {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValueAsLong("Retry-After").orElse(1),
                    json(response.body()));
        } catch (IOException e) {
            throw new OutOfReach(address + " does not answer (" + e + ")");
        }
    }

    /** An answer that is not JSON, say of a proxy, is told by its status alone. */
    private static JsonNode json(byte[] body) {
        try {
            return JsonMapper.shared().readTree(body);
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    @Override
    public void close() {
        http.close();
    }

    @FunctionalInterface
    private interface Asked {
        HttpRequest.Builder request();
    }

    /** The service cannot be reached, or is none that a scenario can be played to. */
    static final class OutOfReach extends Exception {
        private static final long serialVersionUID = 1L;

        OutOfReach(String message) {
            super(message);
        }
    }
}
