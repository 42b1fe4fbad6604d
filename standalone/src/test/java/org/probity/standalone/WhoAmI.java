package org.probity.standalone;

import java.util.Map;
import org.probity.identity.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A protected endpoint that tells the caller what the application makes of the token. */
@RestController
class WhoAmI {

    @GetMapping("/api/test/who-am-i")
    Map<String, Object> whoAmI(Actor actor) {
        return Map.of(
                "issuer", actor.issuer(),
                "subject", actor.subject(),
                "authorities", actor.authorities());
    }
}
