package org.probity.identity;

import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.web.OAuth2ResourceServerWebSecurityAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives an application its identity by depending on this jar: tokens, actors and problems. */
@AutoConfiguration(
        before = {
            ServletWebSecurityAutoConfiguration.class,
            ManagementWebSecurityAutoConfiguration.class,
            OAuth2ResourceServerWebSecurityAutoConfiguration.class,
            ErrorMvcAutoConfiguration.class
        })
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(IdentityProperties.class)
class IdentityAutoConfiguration {

    /** Nothing comes from elsewhere; inline styles and images are what Swagger UI needs. */
    private static final String CONTENT_SECURITY_POLICY = """
            default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; object-src 'none'; \
            base-uri 'self'; form-action 'self'; frame-ancestors 'none'""";

    @Bean
    ActorFromToken actorFromToken(IdentityProperties properties) {
        return new ActorFromToken(properties.authoritiesClaim());
    }

    /** Takes every request that no earlier chain takes: all of them need a token but the public paths. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain bearerTokens(
            HttpSecurity http,
            JwtDecoder decoder,
            ActorFromToken actorFromToken,
            ObjectProvider<PublicPaths> declared) {
        TokenProblems problems = new TokenProblems();
        List<String> open = Stream.concat(Stream.of(PublicPaths.OF_EVERY_SERVICE), declared.stream())
                .flatMap(paths -> paths.patterns().stream())
                .distinct()
                .toList();
        return http.authorizeHttpRequests(requests -> {
                    // These continue a request that was already let in; the token has gone by then.
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD)
                            .permitAll();
                    PublicPaths.NEVER_PUBLIC.forEach(
                            pattern -> requests.requestMatchers(pattern).authenticated());
                    for (String pattern : open) {
                        requests.requestMatchers(HttpMethod.GET, pattern).permitAll();
                        requests.requestMatchers(HttpMethod.HEAD, pattern).permitAll();
                    }
                    requests.anyRequest().authenticated();
                })
                .oauth2ResourceServer(
                        tokens -> tokens.jwt(jwt -> jwt.decoder(new RememberedTokens(orOutOfReach(decoder)))
                                        .jwtAuthenticationConverter(actorFromToken))
                                .authenticationEntryPoint(problems)
                                .accessDeniedHandler(problems)
                                .withObjectPostProcessor(new AnswersWhenKeysAreOutOfReach(problems)))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // A browser never sends a bearer token by itself, so there is nothing to forge.
                .csrf(CsrfConfigurer::disable)
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** An issuer that was never reached fails in another way than one that is lost later; both are the same to a client. */
    private static JwtDecoder orOutOfReach(JwtDecoder decoder) {
        return token -> {
            try {
                return decoder.decode(token);
            } catch (JwtDecoderInitializationException e) {
                throw new JwtException("the issuer cannot be reached", e);
            }
        };
    }

    @Bean
    WebMvcConfigurer actorParameters() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ActorArgument());
            }
        };
    }

    @Bean
    @ConditionalOnMissingBean
    ProblemAdvice problemAdvice() {
        return new ProblemAdvice();
    }

    @Bean
    @ConditionalOnMissingBean
    ProblemErrorController problemErrorController() {
        return new ProblemErrorController();
    }

    /** By default the filter throws when the issuer cannot be reached, and the client would see a 500. */
    private record AnswersWhenKeysAreOutOfReach(TokenProblems problems)
            implements ObjectPostProcessor<BearerTokenAuthenticationFilter> {
        @Override
        public <T extends BearerTokenAuthenticationFilter> T postProcess(T filter) {
            AuthenticationEntryPointFailureHandler handler = new AuthenticationEntryPointFailureHandler(problems);
            handler.setRethrowAuthenticationServiceException(false);
            filter.setAuthenticationFailureHandler(handler);
            return filter;
        }
    }
}
