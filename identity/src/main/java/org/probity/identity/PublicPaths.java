package org.probity.identity;

import java.util.List;

/**
 * Paths that may be read (GET and HEAD only) without a token. A module that serves something public declares a bean of
 * this type; everything else needs a token.
 *
 * @param patterns path patterns of Spring MVC such as {@code /log/tile/**}
 */
public record PublicPaths(List<String> patterns) {

    /** Health, the description of the interface and its viewer, the tree of the audit log, and files of the pages. */
    static final PublicPaths OF_EVERY_SERVICE = new PublicPaths(List.of(
            "/actuator/health",
            "/actuator/health/**",
            "/api/openapi",
            "/api/openapi.yaml",
            "/api/openapi/**",
            "/swagger-ui.html",
            "/swagger-ui/**",
            "/webjars/**",
            "/",
            "/index.html",
            "/favicon.ico",
            "/assets/**",
            "/log/checkpoint",
            "/log/tile/**"));

    /** Entries carry personal data and need a reviewer's token although they lie below the public tiles. */
    static final List<String> NEVER_PUBLIC = List.of("/log/tile/entries", "/log/tile/entries/**");

    /** Copies the patterns. */
    public PublicPaths {
        patterns = List.copyOf(patterns);
    }
}
