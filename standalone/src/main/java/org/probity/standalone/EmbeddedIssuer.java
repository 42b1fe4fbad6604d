package org.probity.standalone;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/**
 * An OpenID Connect issuer for the example users, in the same process: {@code POST /oauth2/token} for scripts, login
 * form and authorization code for the browser. Absent when an issuer is configured.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(EmbeddedIssuer.NoOtherIssuer.class)
class EmbeddedIssuer {

    private static final String AUTHORITIES = "authorities";

    @Bean
    @Order(1)
    SecurityFilterChain issuerEndpoints(HttpSecurity http) {
        MediaTypeRequestMatcher browser = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        browser.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        return http.oauth2AuthorizationServer(issuer -> {
                    http.securityMatcher(issuer.getEndpointsMatcher());
                    issuer.oidc(Customizer.withDefaults());
                })
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .oauth2ResourceServer(tokens -> tokens.jwt(Customizer.withDefaults()))
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                        new LoginUrlAuthenticationEntryPoint("/login"), browser))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain loginForm(HttpSecurity http) {
        return http.securityMatcher("/login", "/logout", "/default-ui.css")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .formLogin(Customizer.withDefaults())
                .build();
    }

    /** A page elsewhere that makes its own name point to this machine (DNS rebinding) is not let in. */
    @Bean
    HttpFirewall thisMachineByItsOwnName() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(List.of("localhost", "127.0.0.1", "[::1]", "::1")::contains);
        return firewall;
    }

    @Bean
    ExampleUsers exampleUsers() {
        return new ExampleUsers();
    }

    @Bean
    RegisteredClientRepository exampleClients(ExampleUsers users, @Value("${server.port}") int port) {
        return new ExampleClients(users, port);
    }

    @Bean
    UserDetailsService exampleLogins(ExampleUsers users) {
        return name -> users.find(name)
                .map(user -> User.withUsername(user.name())
                        .password(user.name())
                        .authorities(List.of())
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("no example user of that name"));
    }

    @Bean
    PasswordEncoder nameIsSecret() {
        return new NameIsSecret();
    }

    @Bean
    AuthorizationServerSettings issuerAddress(@Value("${" + OwnParts.ISSUER + "}") String issuer) {
        return AuthorizationServerSettings.builder().issuer(issuer).build();
    }

    @Bean
    JWKSource<SecurityContext> signingKey(DataDirectory data) {
        return new ImmutableJWKSet<>(new JWKSet(SigningKey.in(data)));
    }

    /** Reads tokens with the key at hand; asking ourselves by HTTP could not work while starting. */
    @Bean
    JwtDecoder ownTokens(JWKSource<SecurityContext> signingKey, @Value("${" + OwnParts.ISSUER + "}") String issuer) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(signingKey).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(issuer),
                // Identity tokens are signed with the same key and are meant for the pages, not for the API.
                new JwtClaimValidator<>(AUTHORITIES, Objects::nonNull)));
        return decoder;
    }

    /** Puts the user's authorities into access tokens, whichever way the user came by one. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> authorities(ExampleUsers users) {
        return token -> {
            Authentication principal = token.getPrincipal();
            if (principal != null && OAuth2TokenType.ACCESS_TOKEN.equals(token.getTokenType())) {
                token.getClaims().claim(AUTHORITIES, names(users.find(principal.getName())));
            }
        };
    }

    private static List<String> names(Optional<ExampleUser> user) {
        return user.stream()
                .flatMap(known -> known.authorities().stream())
                .map(Enum::name)
                .sorted()
                .toList();
    }

    /** Whether nobody configured an issuer elsewhere. */
    static final class NoOtherIssuer extends NoneNestedConditions {

        NoOtherIssuer() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnProperty(OwnParts.FOREIGN_ISSUER)
        static final class Given {}
    }
}
