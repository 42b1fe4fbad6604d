package org.probity.eventstore;

import java.security.GeneralSecurityException;
import java.util.List;
import javax.crypto.SecretKey;

/**
 * The keys of one person, by version from 1.
 *
 * @param versions none of them if they were destroyed
 */
record PersonKeys(List<SecretKey> versions) {

    boolean areDestroyed() {
        return versions.isEmpty();
    }

    /** The one that seals. */
    SecretKey newest() {
        return versions.getLast();
    }

    /** The version of the one that seals. */
    int version() {
        return versions.size();
    }

    /**
     * One of them.
     *
     * @throws GeneralSecurityException if there never was such a version
     */
    SecretKey ofVersion(int version) throws GeneralSecurityException {
        if (version < 1 || version > versions.size()) {
            throw new GeneralSecurityException("No key was ever of version " + version);
        }
        return versions.get(version - 1);
    }
}
