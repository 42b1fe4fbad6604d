package org.probity.standalone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;

/**
 * The key that signs the embedded issuer's tokens (a JSON Web Key, RFC 7517), kept so that tokens outlive a restart.
 */
final class SigningKey {

    static final String FILE = "issuer-key.json";

    private static final int BITS = 3072;

    private SigningKey() {}

    /**
     * @throws RefusedToStart when there is a file but no key in it
     */
    static RSAKey in(DataDirectory data) {
        try {
            return RSAKey.parse(KeptSecret.in(data, FILE, () -> make().toJSONString()));
        } catch (ParseException e) {
            throw new RefusedToStart(
                    "The issuer's signing key in " + data.resolve(FILE) + " cannot be read.",
                    "Restore the file, or delete it: a new key is made and tokens given out before are refused.",
                    e);
        }
    }

    private static RSAKey make() {
        try {
            return new RSAKeyGenerator(BITS).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("every Java platform makes RSA keys", e);
        }
    }
}
