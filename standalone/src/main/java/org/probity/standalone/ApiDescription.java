package org.probity.standalone;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.probity.identity.Actor;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI document: what this is, and how a reader of the page logs in as an example user. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    private static final String LOGIN = "login";

    static {
        // The actor comes from the token; it is no parameter a client could give.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    OpenAPI openApi() {
        var login = new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("An example user: the name is the password, and the client's secret")
                .flows(new OAuthFlows()
                        .authorizationCode(new OAuthFlow()
                                .authorizationUrl("/oauth2/authorize")
                                .tokenUrl("/oauth2/token")
                                .scopes(new Scopes()))
                        .clientCredentials(
                                new OAuthFlow().tokenUrl("/oauth2/token").scopes(new Scopes())));
        return new OpenAPI()
                .info(new Info()
                        .title("Probity")
                        .version("1")
                        .description(
                                "Commands are accepted or refused by a named rule; reads are answers from the log.")
                        .license(new License().name("Apache-2.0")))
                .components(new Components().addSecuritySchemes(LOGIN, login))
                .addSecurityItem(new SecurityRequirement().addList(LOGIN));
    }
}
