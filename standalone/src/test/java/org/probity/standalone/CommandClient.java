package org.probity.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.probity.eventstore.EventLog;

/** Gives commands to the running application over HTTP, and looks at what they leave in the log. */
record CommandClient(Application application, EventLog log) {

    static CommandClient of(Application application) {
        return new CommandClient(application, application.context().getBean(EventLog.class));
    }

    /** Registers a body, and for each example user a person with a duty for it in the role they are called after. */
    void people(String body, List<String> users) {
        accepted("founder", "RegisterOrganisation", """
                {"code":"%s","name":"Example Authority","kind":"STRATEGIC_AUTHORITY",
                 "term":{"from":"2000-01-01"},"invented":true}""".formatted(body));
        for (String user : users) {
            person(user);
            duty(user, user, "organisation/" + body);
            login(user, user);
        }
    }

    void person(String name) {
        accepted("founder", "RegisterPerson", """
                {"person":"%s","name":"Example Person","profession":"MANAGER","inActivePractice":false}""".formatted(id(name)));
    }

    /** Links a login of the embedded issuer to a person. */
    void login(String login, String name) {
        accepted("founder", "LinkAccount", """
                {"person":"%s","issuer":"%s","login":"%s"}""".formatted(id(name), application.address(), login));
    }

    void duty(String person, String role, String scope) {
        accepted("founder", "GrantDuty", """
                {"person":"%s","duty":"%s","role":"%s","scope":"%s","term":{"from":"2000-01-01"}}""".formatted(
                id(person), UUID.randomUUID(), role.toUpperCase(Locale.ROOT).replace('-', '_'), scope));
    }

    HttpResponse<String> accepted(String user, String command, String body) {
        var answer = post(application.token(user), command, key(), body);
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(200);
        return answer;
    }

    HttpResponse<String> post(String token, String command, String key, String body) {
        return application.send(request(command, body)
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key));
    }

    /** A command without token and key. */
    HttpRequest.Builder request(String command, String body) {
        return application
                .request("/api/commands/" + command)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }

    /** Expects a problem of this status and code, which says nothing of the inside, and an unchanged log. */
    HttpResponse<String> refusedWithoutTrace(Supplier<HttpResponse<String>> request, int status, String code) {
        long before = log.head().position();
        HttpResponse<String> answer = request.get();
        assertThat(answer.statusCode()).describedAs(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Application.json(answer)).containsEntry("code", code).containsEntry("status", status);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("org.probity");
        assertThat(log.head().position()).isEqualTo(before);
        return answer;
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    /** The id that a name stands for in these tests. */
    static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
