package org.probity.people.command;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;
import org.probity.eventstore.KeyVault;
import org.probity.people.event.PersonEvent.PersonErased;
import org.probity.people.event.RegistrationClaimEvent.RegistrationReleased;
import org.springframework.stereotype.Component;

/**
 * What the log holds about an erased person can be read by nobody any more, because the key to it is destroyed; which
 * number a claim was for that is given up, because the vault forgets it. Both can be done again without harm: after the
 * vault was restored from a backup of before the erasure, that is how.
 */
@Component
@DisallowReplay
@ProcessingGroup("automation.erasure")
class WhenPersonIsErasedThenDestroyKey {

    private final KeyVault vault;

    WhenPersonIsErasedThenDestroyKey(KeyVault vault) {
        this.vault = vault;
    }

    @EventHandler
    void when(PersonErased erased) {
        vault.destroy(erased.person().value().toString());
    }

    @EventHandler
    void when(RegistrationReleased released) {
        vault.forget(released.claim().value());
    }
}
