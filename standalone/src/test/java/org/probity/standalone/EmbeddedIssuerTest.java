package org.probity.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.people.event.Authority;

/** How scripts and browsers come by tokens of the example users. */
class EmbeddedIssuerTest {

    @TempDir
    static Path data = Path.of("replaced by JUnit");

    @SuppressWarnings("NullAway.Init")
    static Application application;

    @BeforeAll
    static void start() {
        application = Application.start(data);
    }

    @AfterAll
    static void stop() {
        application.close();
    }

    @ParameterizedTest
    @EnumSource(Authority.class)
    void thereIsAnExampleUserForEachAuthority(Authority authority) {
        HttpResponse<String> answer = application.whoAmI(application.token(authority.kebab()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Application.json(answer))
                .containsEntry("subject", authority.kebab())
                .containsEntry("issuer", application.address().toString())
                .containsEntry("authorities", List.of(authority.name()));
    }

    @Test
    void aTokenNamesIssuerSubjectAndAuthoritiesAndLivesForAnHour() throws Exception {
        JWTClaimsSet claims = SignedJWT.parse(application.token("board-chair")).getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(application.address().toString());
        assertThat(claims.getSubject()).isEqualTo("board-chair");
        assertThat(claims.getStringListClaim("authorities")).containsExactly("BOARD_CHAIR");
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aWrongSecretGetsNoToken() {
        HttpResponse<String> answer = application.askForToken("board-chair", "clinician");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(Application.json(answer)).containsEntry("error", "invalid_client");
    }

    @Test
    void nobodyGetsNoToken() {
        assertThat(application.askForToken("nobody", "nobody").statusCode()).isEqualTo(401);
    }

    @Test
    void theFounderIsASecondPolicyOwner() {
        assertThat(Application.json(application.whoAmI(application.token("founder"))))
                .extractingByKey("authorities")
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .containsExactly("POLICY_OWNER");
    }

    @Test
    void usersOfAScenarioCanBeAdded() {
        application
                .context()
                .getBean(ExampleUsers.class)
                .add(List.of(new ExampleUser("dr-amara-okafor", Set.of(Authority.CLINICIAN, Authority.PANEL_MEMBER))));
        assertThat(Application.json(application.whoAmI(application.token("dr-amara-okafor"))))
                .extractingByKey("authorities")
                .asInstanceOf(InstanceOfAssertFactories.list(String.class))
                .containsExactlyInAnyOrder("CLINICIAN", "PANEL_MEMBER");
    }

    @Test
    void withoutATokenTheApplicationAnswersWithAProblem() {
        HttpResponse<String> answer = application.send(application.request("/api/test/who-am-i"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(Application.json(answer)).containsEntry("code", "token-missing");
    }

    @Test
    void healthNeedsNoTokenAndNamesNoPath() {
        HttpResponse<String> health = application.send(application.request("/actuator/health"));
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body())
                .contains("unknownEvents")
                .doesNotContain("path")
                .doesNotContain("/");
    }

    @Test
    void discoveryNamesTheIssuer() {
        assertThat(Application.json(application.send(application.request("/.well-known/openid-configuration"))))
                .containsEntry("issuer", application.address().toString());
    }

    @Test
    void aForeignHostNameIsNotServed() throws Exception {
        try (Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), application.address().getPort())) {
            socket.getOutputStream()
                    .write("GET /actuator/health HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400");
        }
    }

    @Test
    void aBrowserLogsInWithAFormAndGetsATokenByCodeAndProofKey() throws Exception {
        String verifier = "a-verifier-that-only-this-browser-knows-0123456789";
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        String redirect = application.address() + "/swagger-ui/oauth2-redirect.html";
        String authorize =
                "/oauth2/authorize?response_type=code&client_id=probity-pages&scope=openid&state=s&redirect_uri="
                        + redirect + "&code_challenge_method=S256&code_challenge=" + challenge;

        HttpResponse<String> toLogin =
                application.send(application.request(authorize).header("Accept", "text/html"));
        assertThat(toLogin.statusCode()).isEqualTo(302);
        assertThat(location(toLogin)).hasPath("/login");

        String form = application.send(application.request("/login")).body();
        HttpResponse<String> loggedIn = application.send(application.form(
                "/login", Map.of("username", "clinician", "password", "clinician", "_csrf", csrf(form))));
        assertThat(loggedIn.statusCode()).isEqualTo(302);
        assertThat(location(loggedIn)).hasPath("/oauth2/authorize");

        HttpResponse<String> withCode =
                application.send(application.request(authorize).header("Accept", "text/html"));
        assertThat(location(withCode).toString()).startsWith(redirect);
        Matcher code =
                Pattern.compile("code=([^&]+)").matcher(location(withCode).getQuery());
        assertThat(code.find()).isTrue();

        Map<String, Object> tokens = Application.json(application.send(application.form(
                "/oauth2/token",
                Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        "probity-pages",
                        "code",
                        code.group(1),
                        "redirect_uri",
                        redirect,
                        "code_verifier",
                        verifier))));
        assertThat(Application.json(application.whoAmI(String.valueOf(tokens.get("access_token")))))
                .containsEntry("subject", "clinician")
                .containsEntry("authorities", List.of("CLINICIAN"));
        assertThat(application.whoAmI(String.valueOf(tokens.get("id_token"))).statusCode())
                .as("an identity token is no key to the API")
                .isEqualTo(401);
    }

    private static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElseThrow());
    }

    private static String csrf(String form) {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(form);
        assertThat(token.find()).isTrue();
        return token.group(1);
    }
}
