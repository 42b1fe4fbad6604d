package org.probity.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How tokens of the configured issuer are read.
 *
 * @param authoritiesClaim the claim with the list of authorities, or a dotted path to it such as
 *     {@code realm_access.roles} for Keycloak
 */
@ConfigurationProperties("probity.identity")
record IdentityProperties(@DefaultValue("authorities") String authoritiesClaim) {}
