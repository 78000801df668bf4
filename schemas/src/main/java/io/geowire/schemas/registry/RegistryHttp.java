package io.geowire.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the registries, one after the other until one answers, and stays with it. When none does, all are asked again
 * after a growing pause.
 */
final class RegistryHttp {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryHttp.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Set<Integer> BUSY = Set.of(408, 429);
    private static final int REASON_LENGTH = 500;
    private static final double JITTER = 0.25;

    private final List<Endpoint> endpoints;
    private final AtomicInteger current = new AtomicInteger();
    private final HttpClient client;
    private final Duration limit;
    private final FailsafeExecutor<JsonNode> retries;

    RegistryHttp(RegistryConfig config) {
        endpoints = config.endpoints();
        limit = config.connectTimeout().plus(config.readTimeout());
        retries = Failsafe.with(retryPolicy(config));
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                // A redirect could take the credentials to another host.
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(config.connectTimeout());
        config.tls().ifPresent(tls -> builder.sslContext(tls.context()).sslParameters(tls.parameters()));
        client = builder.build();
    }

    private static RetryPolicy<JsonNode> retryPolicy(RegistryConfig config) {
        RetryPolicyBuilder<JsonNode> policy =
                RetryPolicy.<JsonNode>builder().handle(NoAnswerException.class).withMaxRetries(config.maxRetries());
        Duration longest = config.retryMaxWait();
        Duration first = config.retryWait().compareTo(longest) < 0 ? config.retryWait() : longest;
        if (first.isZero()) {
            return policy.build();
        }
        if (first.compareTo(longest) < 0) {
            policy.withBackoff(first, longest);
        } else {
            policy.withDelay(longest);
        }
        return policy.withJitter(JITTER).build();
    }

    /**
     * Asks for a resource.
     *
     * @param path path and query below the registry's URL
     * @throws RegistryException if the registry refuses
     * @throws RegistryUnavailableException if no registry answers
     */
    JsonNode get(String path) {
        return ask("GET", path, null);
    }

    /** As {@link #get(String)}, sending a JSON document. */
    JsonNode post(String path, JsonNode body) {
        return ask("POST", path, body.toString());
    }

    private JsonNode ask(String method, String path, @Nullable String body) {
        try {
            return retries.get(() -> askEach(method, path, body));
        } catch (NoAnswerException e) {
            throw new RegistryUnavailableException(
                    "the schema registry does not answer " + method + " " + path + ": " + e.getMessage(), e);
        } catch (FailsafeException e) {
            if (e.getCause() instanceof InterruptedException interrupted) {
                throw new InterruptException(interrupted);
            }
            throw e;
        }
    }

    private JsonNode askEach(String method, String path, @Nullable String body) {
        int first = current.get();
        List<String> reasons = new ArrayList<>();
        IOException last = new IOException("no registry");
        for (int i = 0; i < endpoints.size(); i++) {
            int index = (first + i) % endpoints.size();
            Endpoint endpoint = endpoints.get(index);
            try {
                JsonNode answer = answer(method + " " + endpoint.base() + path, send(endpoint, method, path, body));
                current.set(index);
                return answer;
            } catch (IOException e) {
                LOG.warn("Schema registry {} does not answer {} {}: {}", endpoint, method, path, reason(e));
                reasons.add(endpoint + " (" + reason(e) + ")");
                last = e;
            }
        }
        throw new NoAnswerException(String.join(", ", reasons), last);
    }

    private HttpResponse<String> send(Endpoint endpoint, String method, String path, @Nullable String body)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.resolve(path))
                .header("Accept", MEDIA_TYPE + ", application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", MEDIA_TYPE);
        }
        if (endpoint.authorization() != null) {
            request.header("Authorization", endpoint.authorization());
        }
        // The request's own time-out ends with the answer's head, so a body that stalls needs this one.
        CompletableFuture<HttpResponse<String>> answer = client.sendAsync(request.build(), BodyHandlers.ofString());
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpTimeoutException("no answer within " + limit.toMillis() + " ms");
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        }
    }

    /** The answer's document. An IOException says that this registry is out of order and another may do better. */
    private static JsonNode answer(String question, HttpResponse<String> response) throws IOException {
        int status = response.statusCode();
        if (status >= 500 || BUSY.contains(status)) {
            throw new IOException("status " + status + ": " + plain(response.body()));
        }
        JsonNode document = document(response.body());
        if (status == 200 && document != null) {
            return document;
        }
        String reason = document != null && document.path("message").isTextual()
                ? document.path("message").textValue()
                : response.body();
        int errorCode = document == null ? status : document.path("error_code").asInt(status);
        throw new RegistryException(
                errorCode,
                question + " was answered with status " + status + ", code " + errorCode + ": " + plain(reason));
    }

    private static @Nullable JsonNode document(String body) {
        try {
            JsonNode document = JSON.readTree(body);
            return document.isObject() ? document : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private static String reason(IOException e) {
        if (e instanceof ConnectException && e.getMessage() == null) {
            return "connection refused";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : plain(e.getMessage());
    }

    /** Text from outside, fit for one line of a log. */
    private static String plain(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() <= REASON_LENGTH ? line : line.substring(0, REASON_LENGTH) + "…";
    }

    /** No registry answered this time. */
    private static final class NoAnswerException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoAnswerException(String message, IOException cause) {
            super(message, cause);
        }
    }
}
