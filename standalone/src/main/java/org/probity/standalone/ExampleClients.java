package org.probity.standalone;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/**
 * Who may ask the embedded issuer for tokens: every example user as a client of its own, for scripts, and the pages,
 * through which example users log in with a browser (RFC 6749 authorization code with PKCE, RFC 7636).
 */
final class ExampleClients implements RegisteredClientRepository {

    /** The public client of the browser: pages and Swagger UI. */
    static final String PAGES = "probity-pages";

    private static final Duration TOKEN_LIFETIME = Duration.ofHours(1);

    private final ExampleUsers users;
    private final RegisteredClient pages;

    /**
     * @param port where this application answers, by the names localhost and 127.0.0.1
     */
    ExampleClients(ExampleUsers users, int port) {
        this.users = users;
        this.pages = pages(port);
    }

    private static RegisteredClient pages(int port) {
        RegisteredClient.Builder client = RegisteredClient.withId(PAGES)
                .clientId(PAGES)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(lifetime());
        for (String host : List.of("localhost", "127.0.0.1")) {
            String here = "http://" + host + ":" + port;
            client.redirectUri(here + "/swagger-ui/oauth2-redirect.html")
                    .redirectUri(here + "/login/oauth2/code/probity")
                    .postLogoutRedirectUri(here + "/");
        }
        return client.build();
    }

    private static RegisteredClient script(ExampleUser user) {
        return RegisteredClient.withId(user.name())
                .clientId(user.name())
                .clientSecret(user.name())
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(lifetime())
                .build();
    }

    private static TokenSettings lifetime() {
        return TokenSettings.builder().accessTokenTimeToLive(TOKEN_LIFETIME).build();
    }

    /** Not offered: clients are example users, and those are added by a scenario. */
    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("example clients are not saved");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return clientId.equals(PAGES)
                ? pages
                : users.find(clientId).map(ExampleClients::script).orElse(null);
    }
}
