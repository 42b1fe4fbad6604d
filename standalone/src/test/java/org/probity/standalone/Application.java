package org.probity.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The real application on a port of its own, as a client sees it. */
public record Application(ConfigurableApplicationContext context, URI address, HttpClient http)
        implements AutoCloseable {

    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    public static int freePort() {
        return FreePort.any();
    }

    public static Application start(Path data) {
        return start(data, 0);
    }

    public static Application start(Path data, int port) {
        return start(data, port, "none");
    }

    /** Plays a scenario, by name or path, as the application does when it is started so. */
    public static Application start(Path data, int port, String scenario) {
        String[] all = {"--server.port=" + port, "--probity.data-dir=" + data, "--probity.scenario=" + scenario};
        ConfigurableApplicationContext context = SpringApplication.run(StandaloneApplication.class, all);
        return new Application(
                context,
                URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port")),
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
    }

    /** Waits until the scenario has been played to its end. */
    public Application played() {
        await().atMost(Duration.ofMinutes(4))
                .until(() -> send(request("/actuator/health")).body().contains("\"playing\":\"done\""));
        return this;
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path));
    }

    HttpRequest.Builder form(String path, Map<String, String> fields) {
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))));
    }

    HttpResponse<String> askForToken(String client, String secret) {
        String credentials =
                Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
        return send(form("/oauth2/token", Map.of("grant_type", "client_credentials"))
                .header("Authorization", "Basic " + credentials));
    }

    public String token(String user) {
        return String.valueOf(json(askForToken(user, user)).get("access_token"));
    }

    HttpResponse<String> whoAmI(String token) {
        return send(request("/api/test/who-am-i").header("Authorization", "Bearer " + token));
    }

    public static Map<String, Object> json(HttpResponse<String> response) {
        return JsonMapper.shared().readValue(response.body(), OBJECT);
    }

    @Override
    public void close() {
        context.close();
    }
}
