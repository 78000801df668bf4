package io.geowire.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.events.Article;
import io.geowire.events.DateProvenance;
import io.geowire.ingest.push.PushServer.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a well-meaning caller gets. */
class PushTest {
    private final PushServer server = new PushServer(PushServer.DEFAULTS);

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void articleIsPublishedAndItsIdsAreAnswered() {
        Reply reply = server.post("""
                {"id": "eu-17", "title": "Helsinki court keeps tanker", "body": "The court said no.", "source": "Fenno Wire",
                 "url": "https://example.com/a?utm_source=x", "publishedAt": "2026-02-06T10:00:00Z"}
                """);

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        Article article = server.articles().get(0);
        assertThat(article.getUrl()).isEqualTo("https://example.com/a");
        assertThat(article.getPublishedAt()).isEqualTo(Instant.parse("2026-02-06T10:00:00Z"));
        assertThat(reply.json().get("accepted").asInt()).isEqualTo(1);
        JsonNode item = reply.json().get("items").get(0);
        assertThat(item.get("index").asInt()).isZero();
        assertThat(item.get("status").asText()).isEqualTo("accepted");
        assertThat(item.get("articleId").asText()).isEqualTo(article.getId());
        assertThat(item.get("inputId").asText()).isEqualTo("eu-17");
    }

    @ParameterizedTest
    @CsvSource({",false,true", "?,false,true", "?backfill=true,true,true", "?backfill=false,false,false"})
    void oldNewsIsBackfillUnlessTheCallerSaysOtherwise(String query, boolean fresh, boolean old) {
        Reply reply = server.postTo(
                query == null ? "" : query,
                "[{\"title\": \"Old\", \"publishedAt\": \"2026-01-06\"}, {\"title\": \"Fresh\", \"publishedAt\": \"2026-02-06\"}]");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(server.articles()).extracting(Article::getBackfill).containsExactly(old, fresh);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?backfil=true", "?backfill", "?backfill=yes", "?backfill=true&backfill=false", "?x=%1B"})
    void queryThatIsNotKnownIsRefusedRatherThanPassedOver(String query) {
        Reply reply = server.postTo(query, "{\"title\": \"One\"}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("detail").asText())
                .isEqualTo("the query '%s' is not known; there are backfill=true and backfill=false"
                        .formatted(query.substring(1)));
        assertThat(server.articles()).isEmpty();
    }

    @Test
    void itemsOfAnArrayAreAnsweredInTheirOrderAndPublishedInThatOfTime() {
        Reply reply = server.post("""
                [{"title": "Later", "publishedAt": "2026-02-06"}, {"title": "Earlier", "publishedAt": "2026-02-05"},
                 {"title": "Undated"}]
                """);

        assertThat(server.articles()).extracting(Article::getTitle).containsExactly("Earlier", "Later", "Undated");
        assertThat(reply.json().get("items").findValuesAsText("articleId"))
                .containsExactly(
                        server.articles().get(1).getId(),
                        server.articles().get(0).getId(),
                        server.articles().get(2).getId());
    }

    @Test
    void jsonLinesAreTakenWithTheirBlankLinesPassedOver() {
        Reply reply = server.postLines("{\"title\":\"One\"}\r\n\n{\"title\":\"Two\"}");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(server.articles()).extracting(Article::getTitle).containsExactly("One", "Two");
    }

    @Test
    void ninjsIsTaken() {
        Reply reply = server.post(
                "{\"uri\":\"urn:x:1\",\"headline\":\"Oil falls\",\"versioncreated\":\"2026-02-06T09:00:00Z\"}");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(server.articles().get(0).getInputId()).isEqualTo("urn:x:1");
    }

    @Test
    void withdrawnItemIsSkippedAndSaidSo() {
        Reply reply = server.post("{\"uri\":\"urn:x:1\",\"headline\":\"Oil falls\",\"pubstatus\":\"canceled\"}");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().get("skipped").asInt()).isEqualTo(1);
        assertThat(reply.json().at("/items/0/notes/0").asText()).isEqualTo("its provider marks it canceled");
        assertThat(server.articles()).isEmpty();
        assertThat(server.items("skipped")).isEqualTo(1);
    }

    @Test
    void brokenItemsAreNamedWithTheirProblemAndTheOthersGoThrough() {
        Reply reply = server.post(
                "[{\"title\":\"One\"},{\"id\":\"b\",\"title\":7},{\"title\":\"x\",\"title\":\"y\"},{\"title\": nope},\"text\",{\"title\":\"Six\"}]");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(server.articles()).extracting(Article::getTitle).containsExactly("One", "Six");
        assertThat(reply.json().get("items").findValuesAsText("status").stream()
                        .filter(status -> status.matches("\\D+")))
                .containsExactly("accepted", "refused", "refused", "refused", "refused", "accepted");
        JsonNode second = reply.json().at("/items/1");
        assertThat(second.get("inputId").asText()).isEqualTo("b");
        assertThat(second.at("/problem/status").asInt()).isEqualTo(422);
        assertThat(second.at("/problem/detail").asText()).isEqualTo("title: a string is needed, this is a number");
        assertThat(reply.json().at("/items/2/problem/detail").asText()).startsWith("a field is there twice");
        assertThat(reply.json().at("/items/3/problem/status").asInt()).isEqualTo(400);
        assertThat(server.items("refused")).isEqualTo(4);
        assertThat(server.items("published")).isEqualTo(2);
    }

    @Test
    void brokenLineDoesNoHarmToTheNext() {
        Reply reply = server.postLines("{\"title\":\n{\"title\":\"Two\"}\n");

        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.json().get("refused").asInt()).isEqualTo(1);
        assertThat(server.articles()).extracting(Article::getTitle).containsExactly("Two");
    }

    @Test
    void nothingThatCanBeTakenIsAProblemWithAllItsItems() {
        Reply reply = server.post("[{\"title\":\" \"},{\"body\":\"x\"}]");

        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().get("title").asText()).isEqualTo("Unprocessable Content");
        assertThat(reply.json().get("detail").asText()).isEqualTo("none of the 2 items could be taken");
        assertThat(reply.json().at("/items/1/problem/detail").asText()).isEqualTo("title is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the body holds no item",
                "' '|the body holds no item",
                "[]|the body holds no item",
                "[{\"title\":\"One\"}|broken JSON: the array is not closed",
                "[{\"title\":\"One\"},]|broken JSON: a value is missing",
                "[{\"title\":\"One\"} {\"title\":\"Two\"}]|broken JSON: a comma is missing between two items",
                "{\"title\":\"One\"} {\"title\":\"Two\"}|broken JSON: there is text behind the value",
                "{\"title\":\"On|broken JSON: it ends in the middle of a value",
                "]|broken JSON: a value is missing",
            })
    void bodyThatIsNoJsonIsRefusedAsAWhole(String body, String detail) {
        Reply reply = server.post(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("detail").asText()).isEqualTo(detail);
        assertThat(server.articles()).isEmpty();
    }

    @Test
    void brokenObjectAloneIsABadRequest() {
        assertThat(server.post("{\"title\": nope}").status()).isEqualTo(400);
        assertThat(server.post("title").status()).isEqualTo(400);
        assertThat(server.post("7").status()).isEqualTo(422);
    }

    @Test
    void dateThatCannotBeBelievedIsNoted() {
        Reply reply = server.post("{\"title\":\"One\",\"publishedAt\":\"9999-12-31\"}");

        assertThat(reply.json().at("/items/0/notes/0").asText()).startsWith("publishedAt: '9999-12-31' is more than");
        assertThat(server.articles().get(0).getPublishedAt()).isEqualTo(PushServer.NOW);
        assertThat(server.articles().get(0).getPublishedAtProvenance()).isEqualTo(DateProvenance.FETCHED);
    }

    @Test
    void sameRequestAgainGivesTheSameIdsAndContent() {
        String body =
                "[{\"title\":\"Undated\"},{\"id\":7,\"title\":\"Numbered\"},{\"url\":\"http://x.example/a\",\"title\":\"T\"}]";

        Reply first = server.post(body);
        Reply second = server.post(body);

        assertThat(second.json()).isEqualTo(first.json());
        List<Article> sent = server.articles();
        assertThat(sent.subList(3, 6).stream().map(Article::getContentHash))
                .containsExactlyElementsOf(
                        sent.subList(0, 3).stream().map(Article::getContentHash).toList());
    }

    @Test
    void otherContentIsARevisionAndAnotherAuthorOrTrackingParameterIsNone() {
        server.post("{\"url\":\"https://x.example/a?utm_source=1\",\"title\":\"T\",\"byline\":\"By A\"}");
        server.post("{\"url\":\"https://x.example/a?fbclid=2#top\",\"title\":\"T\",\"byline\":\"By B\"}");
        server.post("{\"url\":\"https://x.example/a\",\"title\":\"T, corrected\",\"byline\":\"By B\"}");

        List<Article> sent = server.articles();
        assertThat(sent).extracting(Article::getId).containsOnly(sent.get(0).getId());
        assertThat(sent.get(1).getContentHash()).isEqualTo(sent.get(0).getContentHash());
        assertThat(sent.get(2).getContentHash()).isNotEqualTo(sent.get(0).getContentHash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "application/json; charset=utf-8",
                "Application/JSON ;charset=\"UTF-8\"",
                "application/json; charset=iso-8859-1",
                "application/json; profile=x; charset=utf-16le",
            })
    void charsetOfTheContentTypeIsHeeded(String type) {
        String charset = type.contains("iso") ? "ISO-8859-1" : type.contains("16") ? "UTF-16LE" : "UTF-8";

        Reply reply = server.post("{\"title\":\"Prix élevé\"}".getBytes(Charset.forName(charset)), type);

        assertThat(reply.status()).isEqualTo(202);
        assertThat(server.articles().get(0).getTitle()).isEqualTo("Prix élevé");
    }

    @Test
    void byteOrderMarkIsPassedOver() {
        assertThat(server.post("\uFEFF{\"title\":\"One\"}").status()).isEqualTo(202);
    }

    @Test
    void bodyThatIsNotOfItsCharsetIsRefused() {
        assertThat(server.post(new byte[] {(byte) 0xD8, 0, 0}, "application/json;charset=utf-16be")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void gzipIsUnpacked() {
        byte[] body = PushServer.gzip("{\"title\":\"Packed\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(server.post(body, "application/json", "Content-Encoding", "gzip")
                        .status())
                .isEqualTo(202);
        assertThat(server.articles()).extracting(Article::getTitle).containsExactly("Packed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/x-www-form-urlencoded", "application/jsonx", "text/json;charset=x"})
    void otherMediaTypesAreRefused(String type) {
        Reply reply = server.post("{\"title\":\"One\"}".getBytes(StandardCharsets.UTF_8), type);

        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.header("Accept-Post")).isEqualTo("application/json, application/x-ndjson");
    }

    @Test
    void unknownCharsetsAndCodingsAreRefused() {
        byte[] body = "{\"title\":\"One\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(server.post(body, "application/json; charset=no-such").status())
                .isEqualTo(415);
        assertThat(server.post(body, "application/json; charset=\"\u00a7\"").status())
                .isEqualTo(415);
        Reply brotli = server.post(body, "application/json", "Content-Encoding", "br");
        assertThat(brotli.status()).isEqualTo(415);
        assertThat(brotli.header("Accept-Encoding")).isEqualTo("gzip, identity");
    }

    @Test
    void otherMethodsAndPathsAreRefused() {
        Reply get = server.send(server.request().GET());

        assertThat(get.status()).isEqualTo(405);
        assertThat(get.header("Allow")).isEqualTo("POST");
        assertThat(server.send(server.request().PUT(BodyPublishers.noBody())).status())
                .isEqualTo(405);
    }

    @Test
    void itIsAnsweredOnlyWhenTheBrokerHasAcknowledged() throws Exception {
        try (PushServer waiting = new PushServer(PushServer.DEFAULTS, false)) {
            CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> waiting.post("{\"title\":\"One\"}"));
            while (!waiting.producer.completeNext()) {
                assertThat(reply).isNotDone();
                Thread.onSpinWait();
            }
            assertThat(reply.get().status()).isEqualTo(202);
        }
    }

    @Test
    void failureOfTheBrokerIsUnavailableWithATimeToRetry() {
        try (PushServer broken =
                new PushServer(PushServer.DEFAULTS, new FailingProducer(new TimeoutException("no broker")))) {
            Reply reply = broken.post("[{\"title\":\"One\"},{\"title\":\"Two\"}]");

            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("Retry-After")).isEqualTo("5");
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
            assertThat(broken.items("published")).isZero();
        }
    }

    @Test
    void afterTheBrokerIsBackPushGoesOn() {
        FailingProducer producer = new FailingProducer(new TimeoutException("no broker"));
        try (PushServer broken = new PushServer(PushServer.DEFAULTS, producer)) {
            assertThat(broken.post("{\"title\":\"One\"}").status()).isEqualTo(503);

            producer.recover();

            assertThat(broken.post("{\"title\":\"One\"}").status()).isEqualTo(202);
        }
    }

    @Test
    void recordThatTheBrokerDoesNotTakeIsTheFaultOfItsItem() {
        try (PushServer small =
                new PushServer(PushServer.DEFAULTS, new FailingProducer(new RecordTooLargeException("2 MB")))) {
            Reply reply = small.post("{\"title\":\"One\"}");

            assertThat(reply.status()).isEqualTo(413);
            assertThat(reply.json().at("/items/0/problem/detail").asText())
                    .isEqualTo("the record cannot be sent: 2 MB");
        }
    }
}
