package org.probity.identity;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.probity.people.event.Authority;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The smallest application that depends on this jar: it configures nothing, so the jar must. */
@SpringBootConfiguration
@EnableAutoConfiguration
class TestApplication {

    @Bean
    PublicPaths greeting() {
        return new PublicPaths(List.of("/greeting"));
    }

    record Note(String text) {}

    @RestController
    static class Endpoints {

        @GetMapping("/api/me")
        Map<String, Object> me(Actor actor) {
            return Map.of(
                    "issuer", actor.issuer(),
                    "subject", actor.subject(),
                    "account", actor.account().value(),
                    "authorities",
                            actor.authorities().stream()
                                    .map(Enum::name)
                                    .sorted()
                                    .toList());
        }

        @GetMapping("/greeting")
        String greeting(@Nullable Actor actor) {
            return actor == null ? "hello" : "hello " + actor.subject();
        }

        @GetMapping("/api/chairs-only")
        String chairsOnly(Actor actor) {
            if (!actor.has(Authority.BOARD_CHAIR)) {
                throw new AccessDeniedException("confidential reason");
            }
            return "welcome";
        }

        @PostMapping("/api/notes")
        Note note(@RequestBody Note note) {
            return note;
        }

        @GetMapping("/api/numbers")
        int number(@RequestParam("number") int number, @RequestHeader("X-Why") String why) {
            return number + why.length();
        }

        @GetMapping("/api/broken")
        String broken() {
            throw new IllegalStateException("the password is hunter2");
        }

        @GetMapping("/api/rule")
        String rule() {
            throw new ErrorResponseException(
                    HttpStatus.CONFLICT, Problems.of(HttpStatus.CONFLICT, "slot-taken", "Slot 3 is taken."), null);
        }
    }
}
