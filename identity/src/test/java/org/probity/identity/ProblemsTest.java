package org.probity.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.json.JsonMapper;

/** Whatever goes wrong is told as a problem with a code. */
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class ProblemsTest {

    private static final TestIssuer ISSUER = new TestIssuer();

    @LocalServerPort
    int port;

    RestTestClient client = RestTestClient.bindToServer().build();

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", ISSUER::uri);
        properties.add("server.address", () -> "127.0.0.1");
    }

    @BeforeEach
    void client() {
        client = RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + ISSUER.token(claims -> {}))
                .build();
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    private static RestTestClient.BodyContentSpec isProblem(
            RestTestClient.RequestHeadersSpec<?> request, int status, String code) {
        return request.exchange()
                .expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.type")
                .isEqualTo("urn:probity:problem:" + code)
                .jsonPath("$.title")
                .isNotEmpty()
                .jsonPath("$.detail")
                .isNotEmpty();
    }

    @Test
    void anUnknownRouteIsNotFound() {
        isProblem(client.get().uri("/api/nowhere"), 404, "not-found")
                .jsonPath("$.detail")
                .isEqualTo("There is nothing at this address.");
    }

    @Test
    void aWrongMethodIsNotAllowedAndTheAllowedOnesAreNamed() {
        isProblem(client.delete().uri("/api/notes"), 405, "method-not-allowed");
        client.delete().uri("/api/notes").exchange().expectHeader().valueEquals(HttpHeaders.ALLOW, "POST");
    }

    @Test
    void anotherMediaTypeIsNotSupported() {
        isProblem(
                client.post()
                        .uri("/api/notes")
                        .contentType(MediaType.TEXT_PLAIN)
                        .body("hello"),
                415,
                "media-type-not-supported");
    }

    @Test
    void anAnswerInAnotherMediaTypeIsNotAcceptable() {
        isProblem(client.get().uri("/api/me").accept(MediaType.IMAGE_PNG), 406, "not-acceptable");
    }

    @Test
    void brokenJsonIsMalformed() {
        isProblem(
                client.post()
                        .uri("/api/notes")
                        .contentType(MediaType.APPLICATION_JSON)
                        .body("{\"text\":"),
                400,
                "malformed-json");
    }

    @Test
    void aMissingBodyIsMalformed() {
        isProblem(client.post().uri("/api/notes").contentType(MediaType.APPLICATION_JSON), 400, "malformed-json");
    }

    @Test
    void aMissingParameterIsNamed() {
        isProblem(client.get().uri("/api/numbers").header("X-Why", "so"), 400, "parameter-missing")
                .jsonPath("$.detail")
                .isEqualTo("The parameter 'number' is missing.");
    }

    @Test
    void aMissingHeaderIsNamed() {
        isProblem(client.get().uri("/api/numbers?number=1"), 400, "header-missing")
                .jsonPath("$.detail")
                .isEqualTo("The header 'X-Why' is missing.");
    }

    @Test
    void aParameterOfAnotherTypeIsMalformed() {
        isProblem(client.get().uri("/api/numbers?number=many").header("X-Why", "so"), 400, "parameter-malformed");
    }

    @Test
    void aProblemOfAControllerIsKept() {
        isProblem(client.get().uri("/api/rule"), 409, "slot-taken")
                .jsonPath("$.detail")
                .isEqualTo("Slot 3 is taken.");
    }

    @Test
    void whatTheFirewallRefusesIsAProblemToo() {
        isProblem(client.get().uri("/api/me;a=b"), 400, "bad-request");
    }

    @Test
    void anUnexpectedFailureTellsAnIncidentAndNothingElse(CapturedOutput log) {
        byte[] body = isProblem(client.get().uri("/api/broken"), 500, "internal-error")
                .jsonPath("$.incident")
                .isNotEmpty()
                .returnResult()
                .getResponseBody();
        assertThat(body).isNotNull();
        String answer = new String(body, StandardCharsets.UTF_8);
        assertThat(answer).doesNotContain("hunter2").doesNotContain("IllegalState");
        Map<?, ?> problem = JsonMapper.shared().readValue(answer, Map.class);
        assertThat(log.getAll())
                .contains("incident " + problem.get("incident"))
                .contains("IllegalStateException: the password is hunter2");
    }
}
