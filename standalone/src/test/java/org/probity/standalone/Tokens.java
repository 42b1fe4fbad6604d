package org.probity.standalone;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.stream.Stream;
import org.probity.people.event.Authority;

/** Tokens as the embedded issuer would never give them out, with every authority there is. */
record Tokens(String issuer, RSAKey key, RSAKey strangersKey) {

    static Tokens of(Application application, Path data) {
        try {
            RSAKey key = RSAKey.parse(Files.readString(data.resolve(SigningKey.FILE)));
            return new Tokens(
                    application.address().toString(),
                    key,
                    new RSAKeyGenerator(2048).keyID(key.getKeyID()).generate());
        } catch (IOException | ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed by the issuer's key, until this long from now. */
    String valid(String user, Duration until) {
        return token(issuer, key, user, until);
    }

    /** In the issuer's name, but by another key. */
    String forged(String user) {
        return token(issuer, strangersKey, user, Duration.ofMinutes(5));
    }

    /** Of another issuer with a key of its own. */
    String foreign(String user) {
        return token("https://issuer.invalid", strangersKey, user, Duration.ofMinutes(5));
    }

    private static String token(String issuer, RSAKey key, String user, Duration until) {
        Instant expires = Instant.now().plus(until);
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(user)
                .claim(
                        "authorities",
                        Stream.of(Authority.values()).map(Enum::name).toList())
                .issueTime(Date.from(expires.minus(Duration.ofHours(1))))
                .expirationTime(Date.from(expires))
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
        try {
            token.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return token.serialize();
    }
}
