package org.probity.standalone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Compares as written: the password of an example user is its name, so hashing it would only cost time. */
final class NameIsSecret implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return password == null ? null : password.toString();
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String name) {
        return password != null
                && name != null
                && MessageDigest.isEqual(
                        password.toString().getBytes(StandardCharsets.UTF_8), name.getBytes(StandardCharsets.UTF_8));
    }
}
