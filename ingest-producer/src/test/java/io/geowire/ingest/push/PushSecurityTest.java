package io.geowire.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.ingest.push.PushServer.Reply;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may push. */
class PushSecurityTest {
    private static final BearerTokens TOKENS = BearerTokens.parse("old-token\n# the next one\nnew-token\n", "test");

    private final PushServer server = new PushServer(PushConfig.of(Optional.of(TOKENS)));

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void eachTokenIsGoodWhileOneReplacesTheOther() {
        assertThat(push(server, "Authorization", "Bearer old-token").status()).isEqualTo(202);
        assertThat(push(server, "Authorization", "bearer  new-token ").status()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer other", "Bearer old-token2", "Bearer old-toke", "Bearer # the next one"})
    void unknownTokenIsRefused(String authorization) {
        Reply reply = push(server, "Authorization", authorization);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).startsWith("Bearer realm=\"geowire\"");
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(server.articles()).isEmpty();
    }

    @Test
    void withoutTokenNothingIsSaidOfTokens() {
        assertThat(push(server).status()).isEqualTo(401);
        assertThat(push(server).header("WWW-Authenticate")).isEqualTo("Bearer realm=\"geowire\"");
        assertThat(push(server, "Authorization", "Basic b2xkLXRva2VuOg==").status())
                .isEqualTo(401);
        assertThat(push(server, "Authorization", "Bearer old-token", "Authorization", "Bearer old-token")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void tokenIsAskedForBeforeAnythingElseIsLookedAt() {
        HttpRequest.Builder request =
                server.request().header("Content-Type", "text/plain").POST(BodyPublishers.ofString("x"));

        assertThat(server.send(request).status()).isEqualTo(401);
    }

    @Test
    void pageInABrowserMayNotUseAServerThatAsksForNoToken() {
        try (PushServer open = new PushServer(PushConfig.of(Optional.empty()))) {
            assertThat(push(open).status()).isEqualTo(202);
            assertThat(push(open, "Origin", "https://evil.example").status()).isEqualTo(403);
        }
    }

    @Test
    void tokensAreNeverPrinted() {
        assertThat(PushConfig.of(Optional.of(TOKENS)).toString())
                .doesNotContain("old-token")
                .contains("2 tokens");
    }

    private static Reply push(PushServer server, String... headers) {
        HttpRequest.Builder request = server.request()
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"title\":\"T\"}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return server.send(request);
    }
}
