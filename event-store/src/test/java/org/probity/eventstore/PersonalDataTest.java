package org.probity.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.probity.eventstore.TestLog.MASTER_KEY;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.probity.eventstore.TestLog.Story;
import org.probity.eventstore.TestLog.Story.Confided;

class PersonalDataTest {

    private static final String OTHER_MASTER_KEY = "fedcba9876543210".repeat(4);

    private final TestLog node = new TestLog();

    @AfterEach
    void close() {
        node.close();
    }

    @Test
    void what_is_personal_is_not_in_the_log_and_is_read_back() {
        node.append(confided(0, "a canary"));

        StoredEvent stored = node.all().getFirst();
        assertThat(stored.payload())
                .startsWith(
                        "{\"teller\":\"p1\",\"secret\":{\"person\":\"p1\",\"key\":1,\"field\":\"Confided.secret\",\"sealed\":\"")
                .endsWith("\"},\"place\":\"here\"}")
                .doesNotContain("canary");
        assertThat(read(0)).isEqualTo(new Confided("p1", "a canary", "here"));
    }

    @Test
    void the_same_value_is_sealed_differently_each_time() {
        node.append(confided(0, "again"), confided(1, "again"));

        assertThat(node.all().stream().map(StoredEvent::payload)).doesNotHaveDuplicates();
    }

    @Test
    void what_is_null_says_so() {
        node.append(confided(0, null));

        assertThat(node.all().getFirst().payload()).contains("\"secret\":null");
        assertThat(read(0)).isEqualTo(new Confided("p1", null, "here"));
    }

    @Test
    void what_was_written_before_values_were_sealed_is_read() {
        assertThat(deserialized("{\"teller\":\"p1\",\"secret\":\"old\",\"place\":\"here\"}"))
                .isEqualTo(new Confided("p1", "old", "here"));
    }

    @Test
    void once_the_key_is_destroyed_the_value_reads_as_null_and_no_byte_of_the_log_has_changed() {
        node.append(confided(0, "a canary"));
        List<StoredEvent> before = node.all();

        node.vault.destroy("p1");

        assertThat(read(0)).isEqualTo(new Confided("p1", null, "here"));
        assertThat(node.all()).isEqualTo(before);
    }

    @Test
    void nothing_personal_is_recorded_once_the_key_is_destroyed_and_no_other_key_is_made() {
        node.append(confided(0, "before"));
        node.vault.destroy("p1");

        assertThatThrownBy(() -> node.append(confided(1, "after"))).isInstanceOf(PersonErasedException.class);
        assertThat(node.all()).hasSize(1);
        node.vault.destroy("p1");
        node.vault.destroy("nobody yet");
        assertThatThrownBy(() -> node.vault.toSeal("nobody yet")).isInstanceOf(PersonErasedException.class);
        try (var other = new TestLog(node)) {
            assertThatThrownBy(() -> other.vault.toSeal("p1")).isInstanceOf(PersonErasedException.class);
        }
    }

    @Test
    void a_vault_that_never_held_the_key_is_not_taken_for_an_erasure() throws SQLException {
        node.append(confided(0, "a canary"));
        execute("delete from vault.key");

        try (var restored = new TestLog(node)) {
            assertThatThrownBy(
                            () -> restored.store.readEvents("story/p1").next().getPayload())
                    .cause()
                    .isInstanceOf(SealBrokenException.class)
                    .hasMessageContaining("never held")
                    .hasMessageNotContaining("p1");
        }
    }

    @Test
    void a_value_that_was_changed_or_put_in_another_place_is_not_read() {
        node.append(confided(0, "a canary"));
        node.vault.toSeal("p2");

        assertBroken(stored -> stored.replaceFirst("(sealed\":\".{20}).", "$1-"));
        assertBroken(stored -> stored.replaceFirst("\"sealed\":\"[^\"]*", "\"sealed\":\"AAAA"));
        assertBroken(stored -> stored.replace("\"p1\"", "\"p2\""));
        assertBroken(stored -> stored.replaceFirst("p1", "p2"));
        assertBroken(stored -> stored.replace("Confided.secret", "Whispered.secret"));
        assertBroken(stored -> stored.replace("\"key\":1", "\"key\":2"));
    }

    @Test
    void both_nodes_use_one_key_also_when_they_make_it_at_once() {
        try (var other = new TestLog(node)) {
            List<byte[]> keys = List.of(node, other, node, other).parallelStream()
                    .map(it -> it.vault.toSeal("p9").newest().getEncoded())
                    .toList();

            assertThat(keys).allSatisfy(key -> assertThat(key).isEqualTo(keys.getFirst()));
        }
    }

    @Test
    void the_vault_holds_no_key_that_could_be_used_without_the_master_key() throws SQLException {
        byte[] key = node.vault.toSeal("p1").newest().getEncoded();
        byte[] wrapped;
        try (var connection = node.connections.pool().getConnection();
                var result = connection.createStatement().executeQuery("select wrapped from vault.key")) {
            result.next();
            wrapped = result.getBytes(1);
        }

        assertThat(new String(wrapped, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(key, StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> vault(OTHER_MASTER_KEY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not configured");
    }

    @Test
    void keys_move_under_a_new_master_key_without_a_change_to_the_log() {
        node.append(confided(0, "a canary"));
        node.vault.destroy("p2");
        List<StoredEvent> before = node.all();

        vault(OTHER_MASTER_KEY, MASTER_KEY);
        KeyVault moved = vault(OTHER_MASTER_KEY);

        assertThat(new StableNameSerializer(TestLog.TYPES, moved)
                        .<byte[], Confided>deserialize(
                                serialized(before.getFirst().payload())))
                .isEqualTo(new Confided("p1", "a canary", "here"));
        assertThatThrownBy(() -> moved.toSeal("p2")).isInstanceOf(PersonErasedException.class);
        assertThat(node.all()).isEqualTo(before);
        assertThatThrownBy(() -> vault(MASTER_KEY)).hasMessageContaining("not configured");
    }

    @Test
    void a_malformed_master_key_is_refused_and_not_repeated() {
        for (String malformed : List.of("secret", "abcd", "x".repeat(64))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new MasterKeys(malformed, List.of()))
                    .withMessageNotContaining(malformed)
                    .withNoCause();
        }
    }

    @Test
    void a_value_has_one_pseudonym_until_it_is_forgotten() {
        String pseudonym = node.vault.pseudonym("number", "1234567");

        assertThat(pseudonym).hasSize(64).isEqualTo(node.vault.pseudonym("number", "1234567"));
        assertThat(node.vault.pseudonym("number", "7654321")).isNotEqualTo(pseudonym);
        assertThat(node.vault.pseudonym("other", "1234567")).isNotEqualTo(pseudonym);
        try (var other = new TestLog(node)) {
            assertThat(other.vault.pseudonym("number", "1234567")).isEqualTo(pseudonym);
        }
        node.vault.forget(pseudonym);
        assertThat(node.vault.pseudonym("number", "1234567")).isNotEqualTo(pseudonym);
    }

    @Test
    void the_vault_may_have_a_role_of_its_own_that_the_log_does_not() throws SQLException {
        execute(
                "drop schema vault cascade",
                "create role keeper login",
                "create role writer login",
                "grant create on database " + database() + " to keeper, writer");
        try (var kept = KeyVaultConnections.migrated(
                TestLog.details(node.connections.pool().getJdbcUrl()),
                new KeyVaultProperties(null, List.of(), null, "keeper", null))) {
            var vault = new KeyVault(kept.pool(), new MasterKeys(MASTER_KEY, List.of()));
            assertThat(vault.toSeal("p1").version()).isEqualTo(1);
        }
        assertThatThrownBy(() -> execute("set role writer", "select * from vault.key"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
    }

    private void assertBroken(UnaryOperator<String> change) {
        String stored = node.all().getFirst().payload();
        String changed = change.apply(stored);
        assertThat(changed).isNotEqualTo(stored);
        assertThatThrownBy(() -> deserialized(changed))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageNotContaining("canary");
    }

    private KeyVault vault(String masterKey, String... others) {
        return new KeyVault(node.vaultConnections.pool(), new MasterKeys(masterKey, List.of(others)));
    }

    private Story deserialized(String payload) {
        return node.serializer.<byte[], Story>deserialize(serialized(payload));
    }

    private static SimpleSerializedObject<byte[]> serialized(String payload) {
        return new SimpleSerializedObject<>(payload.getBytes(StandardCharsets.UTF_8), byte[].class, "Confided", null);
    }

    private Object read(int index) {
        return node.store.readEvents("story/p1").asStream().toList().get(index).getPayload();
    }

    private static DomainEventMessage<?> confided(long sequence, @Nullable String secret) {
        return new GenericDomainEventMessage<>(
                "Story", "story/p1", sequence, new Confided("p1", secret, "here"), Map.of());
    }

    private String database() {
        return node.connections.pool().getJdbcUrl().replaceAll(".*/(\\w+).*", "$1");
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = node.connections.pool().getConnection();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
