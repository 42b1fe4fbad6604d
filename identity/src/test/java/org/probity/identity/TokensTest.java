package org.probity.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.probity.id.AccountId;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Which tokens are believed, and what the others are told. */
@SpringBootTest(classes = TestApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class TokensTest {

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
                .build();
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    private RestTestClient.ResponseSpec me(Consumer<JWTClaimsSet.Builder> claims) {
        return with(ISSUER.token(claims), "/api/me");
    }

    private RestTestClient.ResponseSpec with(String token, String path) {
        return client.get()
                .uri(path)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private static void isRefused(RestTestClient.ResponseSpec answer, int status, String code) {
        answer.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo(code)
                .jsonPath("$.type")
                .isEqualTo("urn:probity:problem:" + code)
                .jsonPath("$.status")
                .isEqualTo(status)
                .jsonPath("$.instance")
                .exists();
    }

    @Test
    void aTokenBecomesAnActor() {
        me(claims -> claims.claim("authorities", List.of("BOARD_CHAIR", "panel-member", "astronaut")))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.issuer")
                .isEqualTo(ISSUER.uri())
                .jsonPath("$.subject")
                .isEqualTo("ada")
                .jsonPath("$.account")
                .isEqualTo(AccountId.of(ISSUER.uri(), "ada").value())
                .jsonPath("$.authorities")
                .isEqualTo(List.of("BOARD_CHAIR", "PANEL_MEMBER"));
    }

    @Test
    void aTokenWithoutAuthoritiesIsAnActorWhoMayDoNothing() {
        me(claims -> {})
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.authorities")
                .isEmpty();
    }

    @Test
    void aMissingTokenIsChallengedWithoutAnErrorCode() {
        RestTestClient.ResponseSpec answer = client.get().uri("/api/me").exchange();
        answer.expectHeader().valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"probity\"");
        isRefused(answer, 401, "token-missing");
    }

    @Test
    void anExpiredTokenIsToldSo() {
        RestTestClient.ResponseSpec answer =
                me(claims -> claims.issueTime(Date.from(Instant.now().minus(Duration.ofHours(2))))
                        .expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1)))));
        answer.expectHeader()
                .valueEquals(
                        HttpHeaders.WWW_AUTHENTICATE,
                        "Bearer realm=\"probity\", error=\"invalid_token\", error_description=\"The token has expired\"");
        isRefused(answer, 401, "token-expired");
    }

    /** A minute is allowed for clocks that differ. */
    @Test
    void aTokenThatWasAcceptedIsRefusedOnceItHasExpired() {
        String token =
                ISSUER.token(claims -> claims.issueTime(Date.from(Instant.now().minus(Duration.ofHours(2))))
                        .expirationTime(Date.from(Instant.now().minus(Duration.ofSeconds(50)))));
        with(token, "/api/me").expectStatus().isOk();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> isRefused(with(token, "/api/me"), 401, "token-expired"));
    }

    @Test
    void aTokenThatWasAcceptedIsRefusedOnceItHasBeenChanged() {
        String token = ISSUER.token(claims -> {});
        with(token, "/api/me").expectStatus().isOk();

        String[] parts = token.split("\\.", -1);
        String another = ISSUER.token(claims -> claims.claim("authorities", List.of("BOARD_CHAIR")))
                .split("\\.", -1)[1];
        isRefused(with(parts[0] + "." + another + "." + parts[2], "/api/me"), 401, "token-invalid");
    }

    @Test
    void aTokenSignedByAStrangerIsInvalid() {
        RestTestClient.ResponseSpec answer = with(ISSUER.tokenSignedByAStranger(), "/api/me");
        answer.expectHeader().value(HttpHeaders.WWW_AUTHENTICATE, header -> assertThat(header)
                .contains("error=\"invalid_token\""));
        isRefused(answer, 401, "token-invalid");
    }

    @Test
    void aTokenOfAnotherIssuerIsInvalid() {
        isRefused(me(claims -> claims.issuer("https://elsewhere.example")), 401, "token-invalid");
    }

    @Test
    void anExpiredTokenOfAnotherIssuerIsInvalidAndNotMerelyExpired() {
        isRefused(
                me(claims -> claims.issuer("https://elsewhere.example")
                        .expirationTime(Date.from(Instant.now().minus(Duration.ofHours(1))))),
                401,
                "token-invalid");
    }

    @Test
    void aTokenOfNobodyIsInvalid() {
        isRefused(me(claims -> claims.subject(null)), 401, "token-invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "a.b.c", "eyJhbGciOiJub25lIn0.eyJzdWIiOiJhZGEifQ."})
    void whatIsNoSignedTokenIsInvalid(String token) {
        isRefused(with(token, "/api/me"), 401, "token-invalid");
    }

    @Test
    void aBadTokenIsRefusedOnAPublicPathToo() {
        isRefused(with("nonsense", "/greeting"), 401, "token-invalid");
    }

    @Test
    void aPublicPathNeedsNoTokenAndKnowsTheActorWhenThereIsOne() {
        client.get()
                .uri("/greeting")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .isEqualTo("hello");
        with(ISSUER.token(claims -> {}), "/greeting").expectBody(String.class).isEqualTo("hello ada");
    }

    @Test
    void aPublicPathIsPublicForReadingOnly() {
        isRefused(client.post().uri("/greeting").exchange(), 401, "token-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/log/tile/0/x001/000", "/log/checkpoint", "/api/openapi/commands", "/assets/page.css"})
    void publicPathsThatDoNotExistHereAreNotFound(String path) {
        isRefused(client.get().uri(path).exchange(), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/log/tile/entries/000", "/log/dossier", "/api/unknown", "/anything", "/error"})
    void allElseNeedsAToken(String path) {
        isRefused(client.get().uri(path).exchange(), 401, "token-missing");
    }

    @Test
    void anActorWithoutTheAuthorityIsNotPermitted() {
        RestTestClient.ResponseSpec answer = with(ISSUER.token(claims -> {}), "/api/chairs-only");
        answer.expectHeader()
                .valueEquals(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"probity\", error=\"insufficient_scope\"");
        isRefused(answer, 403, "not-permitted");
    }

    @Test
    void anActorWithTheAuthorityIsPermitted() {
        with(ISSUER.token(claims -> claims.claim("authorities", List.of("board-chair"))), "/api/chairs-only")
                .expectStatus()
                .isOk();
    }

    @Test
    void answersCarrySecureHeadersAndNoSession() {
        me(claims -> {})
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("X-Frame-Options", "DENY")
                .expectHeader()
                .value("Content-Security-Policy", policy -> assertThat(policy).contains("default-src 'self'"))
                .expectHeader()
                .value(HttpHeaders.CACHE_CONTROL, cache -> assertThat(cache).contains("no-store"))
                .expectHeader()
                .doesNotExist(HttpHeaders.SET_COOKIE);
    }
}
