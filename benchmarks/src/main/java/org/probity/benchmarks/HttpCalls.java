package org.probity.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.probity.command.Command;
import tools.jackson.databind.json.JsonMapper;

/** Commands sent as JSON, each with its caller's token and a key of its own, over connections that are kept. */
final class HttpCalls implements AutoCloseable {

    private static final int CONNECTIONS = 64;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String address;
    private final List<String> tokens;
    private final CloseableHttpClient client = HttpClients.custom()
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnPerRoute(CONNECTIONS)
                    .setMaxConnTotal(CONNECTIONS)
                    .build())
            .disableAuthCaching()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableRedirectHandling()
            .build();

    HttpCalls(String address, List<String> tokens) {
        this.address = address;
        this.tokens = tokens;
    }

    /**
     * @throws IllegalStateException if it is not accepted
     */
    void give(int caller, Command command) throws IOException {
        var post = new HttpPost(address + "/api/commands/" + command.getClass().getSimpleName());
        post.setHeader("Authorization", "Bearer " + tokens.get(caller));
        post.setHeader("Idempotency-Key", UUID.randomUUID().toString());
        post.setEntity(new ByteArrayEntity(JSON.writeValueAsBytes(command), ContentType.APPLICATION_JSON));
        client.execute(post, answer -> {
            String body = EntityUtils.toString(answer.getEntity());
            if (answer.getCode() != 200) {
                throw new IllegalStateException(answer.getCode() + " " + body);
            }
            return body;
        });
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
