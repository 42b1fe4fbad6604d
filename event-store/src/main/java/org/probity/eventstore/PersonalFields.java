package org.probity.eventstore;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Seals the personal values of an event's JSON and opens them again. A sealed value is an object
 * {@code {"person":…,"key":1,"field":"PersonRegistered.name","sealed":"<base64>"}}: AES-256-GCM under the person's key of
 * that version, of the value's JSON, associated with the three fields before it. The field is named as it was when the
 * value was written, so that an upcaster may rename event or component and leave the value alone.
 *
 * <p>What is null stays null and says so. A value that is not sealed was written before values were, and is read.
 */
final class PersonalFields {

    private static final String PERSON = "person";
    private static final String KEY = "key";
    private static final String FIELD = "field";
    private static final String SEALED = "sealed";

    private final EventTypes types;
    private final KeyVault vault;
    private final ObjectMapper mapper;

    PersonalFields(EventTypes types, KeyVault vault, ObjectMapper mapper) {
        this.types = types;
        this.vault = vault;
        this.mapper = mapper;
    }

    /**
     * Seals in place.
     *
     * @throws PersonErasedException if a person's key was destroyed
     */
    void seal(String type, Map<String, String> personal, ObjectNode event) {
        personal.forEach((field, of) -> {
            JsonNode value = event.get(field);
            if (value != null && !value.isNull()) {
                event.set(field, sealed(event.path(of).asString(), type + "." + field, value));
            }
        });
    }

    private ObjectNode sealed(String person, String field, JsonNode value) {
        PersonKeys keys = vault.toSeal(person);
        byte[] sealed =
                AesGcm.seal(keys.newest(), mapper.writeValueAsBytes(value), associated(person, keys.version(), field));
        return mapper.createObjectNode()
                .put(PERSON, person)
                .put(KEY, keys.version())
                .put(FIELD, field)
                .put(SEALED, Base64.getEncoder().encodeToString(sealed));
    }

    /**
     * Opens in place; what belongs to an erased person becomes null.
     *
     * @throws SealBrokenException if a value is not what was sealed there
     */
    void open(String type, Map<String, String> personal, ObjectNode event) {
        personal.forEach((field, of) -> {
            if (event.get(field) instanceof ObjectNode value && value.has(SEALED)) {
                event.set(field, opened(event.path(of).asString(), type, field, value));
            }
        });
    }

    private JsonNode opened(String person, String type, String field, ObjectNode value) {
        String written = value.path(FIELD).asString();
        if (!value.path(PERSON).asString().equals(person) || !mayStandIn(type, field, written)) {
            throw new SealBrokenException(written, "it was sealed for another place", null);
        }
        int version = value.path(KEY).asInt();
        PersonKeys keys = vault.toOpen(person, written);
        if (keys.areDestroyed()) {
            return NullNode.getInstance();
        }
        try {
            byte[] sealed = Base64.getDecoder().decode(value.path(SEALED).asString());
            return mapper.readTree(AesGcm.open(keys.ofVersion(version), sealed, associated(person, version, written)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new SealBrokenException(written, "it was changed", e);
        }
    }

    /** Where it was written, or where an upcaster put it because that place is no more. */
    private boolean mayStandIn(String type, String field, String written) {
        return written.equals(type + "." + field) || !types.hasPersonal(written);
    }

    private static byte[] associated(String person, int version, String field) {
        return (person + "\n" + version + "\n" + field).getBytes(StandardCharsets.UTF_8);
    }
}
