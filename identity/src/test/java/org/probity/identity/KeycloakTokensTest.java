package org.probity.identity;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Authorities lie where the issuer puts them, in Keycloak one level down. */
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "probity.identity.authorities-claim=realm_access.roles")
class KeycloakTokensTest {

    private static final TestIssuer ISSUER = new TestIssuer();

    @LocalServerPort
    int port;

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("spring.security.oauth2.resourceserver.jwt.issuer-uri", ISSUER::uri);
        properties.add("server.address", () -> "127.0.0.1");
    }

    @AfterAll
    static void close() {
        ISSUER.close();
    }

    private RestTestClient.BodyContentSpec me(String token) {
        return RestTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .build()
                .get()
                .uri("/api/me")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody();
    }

    @Test
    void authoritiesAreReadAlongAPath() {
        me(ISSUER.token(claims -> claims.claim(
                                "realm_access", Map.of("roles", List.of("policy-owner", "offline_access")))
                        .claim("authorities", List.of("BOARD_CHAIR"))))
                .jsonPath("$.authorities")
                .isEqualTo(List.of("POLICY_OWNER"));
    }

    @Test
    void aPathThatLeadsNowhereGivesNoAuthority() {
        me(ISSUER.token(claims -> claims.claim("realm_access", "roles")))
                .jsonPath("$.authorities")
                .isEmpty();
    }
}
