package io.geowire.alerts.dispatch;

import static io.geowire.alerts.dispatch.DispatcherFixture.FAST;
import static io.geowire.alerts.dispatch.DispatcherFixture.receiver;
import static io.geowire.alerts.dispatch.HookServer.OK;
import static io.geowire.alerts.dispatch.HookServer.status;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.geowire.alerts.delivery.RateLimit;
import io.geowire.alerts.delivery.Receiver;
import io.geowire.alerts.delivery.Samples;
import io.geowire.alerts.dispatch.DispatcherFixture.Log;
import io.geowire.alerts.dispatch.HookServer.Answer;
import io.geowire.alerts.dispatch.HookServer.Request;
import io.geowire.events.ParkedDelivery;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One receiver, real HTTP. */
class DispatcherTest {
    private HookServer server;

    @BeforeEach
    void open() throws IOException {
        server = new HookServer();
    }

    @AfterEach
    void close() throws IOException {
        server.close();
    }

    @Test
    void deliversSignedAndCommits() throws Exception {
        try (DispatcherFixture fixture = new DispatcherFixture(desk())) {
            fixture.alert("a", 1);
            fixture.untilDone();

            Request request = server.requests().get(0);
            assertThat(request.id()).isEqualTo("a-1");
            assertThat(request.headers()).containsEntry("content-type", "application/json");
            new Webhook(Samples.SECRET.written().value())
                    .verify(
                            new String(request.body(), UTF_8),
                            HttpHeaders.of(
                                    request.headers().entrySet().stream()
                                            .collect(Collectors.toMap(
                                                    Map.Entry::getKey, entry -> List.of(entry.getValue()))),
                                    (name, value) -> true));
            assertThat(fixture.parked()).isEmpty();
            assertThat(deliveries(fixture, "delivered")).isEqualTo(1);
        }
    }

    @Test
    void serverErrorsAreTriedAgainUnderTheSameId() {
        server.answering(status(500), status(502), status(503));
        try (DispatcherFixture fixture = new DispatcherFixture(desk())) {
            fixture.alert("a", 1);
            fixture.untilDone();
        }
        assertThat(server.ids()).containsExactly("a-1", "a-1", "a-1", "a-1");
    }

    @Test
    void timeOutInTheMiddleOfTheBodyIsTriedAgain() {
        assertThatFailureIsTriedAgain(HookServer.half());
    }

    @Test
    void silenceIsTriedAgain() {
        assertThatFailureIsTriedAgain(HookServer.hang());
    }

    @Test
    void slowDripIsTriedAgain() {
        assertThatFailureIsTriedAgain(HookServer.drip());
    }

    @Test
    void connectionResetIsTriedAgain() {
        assertThatFailureIsTriedAgain(HookServer.reset());
    }

    @Test
    void connectionClosedInTheMiddleOfTheBodyIsTriedAgain() {
        assertThatFailureIsTriedAgain(HookServer.cutOff());
    }

    @Test
    void whatIsNotHttpIsTriedAgain() {
        assertThatFailureIsTriedAgain(socket -> {
            socket.getOutputStream().write("SSH-2.0-x\r\n\r\n".getBytes(UTF_8));
            throw new IOException("enough");
        });
    }

    @Test
    void nobodyListeningIsTriedAgainUntilSomebodyDoes() throws IOException {
        URI url = server.url("127.0.0.1");
        server.close();
        try (DispatcherFixture fixture = new DispatcherFixture(receiver(url))) {
            fixture.alert("a", 1);
            fixture.until(() -> attempts(fixture, "retry") >= 3);
            assertThat(fixture.dispatcher.status().lastFailure().orElseThrow()).contains("cannot connect to 127.0.0.1");
            assertThat(fixture.dispatcher.status().open()).isEqualTo(1);
            try (HookServer back =
                    new HookServer(new ServerSocket(url.getPort(), 50, InetAddress.getLoopbackAddress()), "http")) {
                fixture.untilDone();
                assertThat(back.ids()).containsExactly("a-1");
            }
        }
    }

    @Test
    void nameThatDoesNotResolveIsTriedAgain() {
        try (DispatcherFixture fixture =
                new DispatcherFixture(receiver(URI.create("http://no-such-host.invalid/hook")))) {
            fixture.alert("a", 1);
            fixture.until(() -> attempts(fixture, "retry") >= 2);
            assertThat(fixture.parked()).isEmpty();
        }
    }

    @Test
    void unknownCertificateIsTriedAgainAndSaidClearly() throws Exception {
        try (HookServer tls = SelfSigned.server()) {
            Receiver receiver = receiver(tls.url("localhost"));
            try (DispatcherFixture fixture = new DispatcherFixture(receiver)) {
                fixture.alert("a", 1);
                fixture.until(() -> attempts(fixture, "retry") >= 2);

                assertThat(fixture.dispatcher.status().lastFailure().orElseThrow())
                        .startsWith("no secure connection to localhost");
                assertThat(fixture.parked()).isEmpty();
                assertThat(tls.requests()).isEmpty();
            }
        }
    }

    @Test
    void pauseThatIsAskedForIsKept() {
        server.answering(status(429, "Retry-After: 3600"));
        try (DispatcherFixture fixture = new DispatcherFixture(desk())) {
            fixture.alert("a", 1);
            fixture.alert("b", 1);
            fixture.until(() -> attempts(fixture, "retry") == 1);
            for (int i = 0; i < 50; i++) {
                fixture.dispatcher.step();
            }
            assertThat(server.ids()).containsExactly("a-1");

            fixture.ahead = Duration.ofMinutes(59);
            fixture.dispatcher.step();
            assertThat(server.ids()).containsExactly("a-1");

            fixture.ahead = Duration.ofMinutes(61);
            fixture.untilDone();
        }
        assertThat(server.ids()).containsExactlyInAnyOrder("a-1", "a-1", "b-1");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307, 400, 401, 403, 404, 413, 422})
    void refusalIsSetAsideWithTheReasonAndTheNextGoesOn(int refusal) {
        server.answering(HookServer.text(refusal, "no such hook"));
        try (DispatcherFixture fixture = new DispatcherFixture(desk())) {
            fixture.alert("a", 1);
            fixture.alert("a", 2);
            fixture.untilDone();

            assertThat(server.ids()).containsExactly("a-1", "a-2");
            ParkedDelivery parked = fixture.parked().get(0);
            assertThat(fixture.parked()).hasSize(1);
            assertThat(parked.getReceiver()).isEqualTo("desk");
            assertThat(parked.getWebhookId()).isEqualTo("a-1");
            assertThat(parked.getResponseStatus()).isEqualTo(refusal);
            assertThat(parked.getResponseBody()).isEqualTo("no such hook");
            assertThat(parked.getReason()).contains(String.valueOf(refusal));
            assertThat(parked.getAttempts()).isEqualTo(1);
            assertThat(parked.getRequest().getBody())
                    .isEqualTo(new String(server.requests().get(0).body(), UTF_8));
            assertThat(parked.getOffset()).isZero();
            assertThat(fixture.producer.history().get(0).key()).isEqualTo("desk/a-1");
            assertThat(deliveries(fixture, "parked")).isEqualTo(1);
        }
    }

    @Test
    void redirectToAPrivateAddressIsNotFollowed() throws IOException {
        try (HookServer inside = new HookServer()) {
            server.answering(status(307, "Location: " + inside.url("127.0.0.1")));
            try (DispatcherFixture fixture = new DispatcherFixture(desk())) {
                fixture.alert("a", 1);
                fixture.untilDone();

                assertThat(inside.requests()).isEmpty();
                assertThat(fixture.parked().get(0).getReason()).contains("307", "redirect");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]"})
    void privateAddressIsRefusedUnlessAllowed(String host) {
        Receiver receiver = receiver(server.url(host), new RateLimit(1_000, Duration.ofSeconds(1)), false);
        try (DispatcherFixture fixture = new DispatcherFixture(receiver)) {
            fixture.alert("a", 1);
            fixture.untilDone();

            assertThat(server.requests()).isEmpty();
            assertThat(fixture.parked().get(0).getReason()).contains("not a public one");
            assertThat(fixture.parked().get(0).getResponseStatus()).isNull();
        }
    }

    @Test
    void longAnswerIsReadUpToALimit() {
        server.answering(HookServer.text(400, "x".repeat(100_000)));
        try (DispatcherFixture fixture = new DispatcherFixture(desk())) {
            fixture.alert("a", 1);
            fixture.alert("b", 1);
            fixture.untilDone();

            assertThat(fixture.parked().get(0).getResponseBody()).isEqualTo("x".repeat(2_000));
            assertThat(server.ids()).containsExactly("a-1", "b-1");
        }
    }

    @Test
    void longAnswerOfAReceiverThatAcceptsIsADelivery() {
        server.answering(HookServer.text(200, "x".repeat(100_000)));
        try (DispatcherFixture fixture = new DispatcherFixture(desk())) {
            fixture.alert("a", 1);
            fixture.untilDone();
            assertThat(server.ids()).containsExactly("a-1");
            assertThat(fixture.parked()).isEmpty();
        }
    }

    @Test
    void storyThatFailsHoldsUpNoOther() {
        server.answering(request -> request.id().startsWith("a-") ? status(500) : OK);
        try (DispatcherFixture fixture = new DispatcherFixture(desk())) {
            fixture.alert("a", 1);
            fixture.alert("a", 2);
            fixture.alert("b", 1);
            fixture.alert("c", 1);
            fixture.until(() -> deliveries(fixture, "delivered") == 2);

            assertThat(server.ids()).contains("b-1", "c-1").doesNotContain("a-2");

            server.answering(request -> OK);
            fixture.untilDone();
            assertThat(server.ids()).endsWith("a-1", "a-2");
        }
    }

    @Test
    void afterARestartOnlyWhatIsOpenIsDeliveredAgain() {
        server.answering(request -> request.id().startsWith("a-") ? status(500) : OK);
        Log log = new Log();
        OffsetAndMetadata committed;
        try (DispatcherFixture fixture = new DispatcherFixture(desk(), FAST, log)) {
            fixture.alert("a", 1);
            fixture.alert("b", 1);
            fixture.alert("a", 2);
            fixture.alert("c", 1);
            fixture.until(() -> deliveries(fixture, "delivered") == 2);
            fixture.dispatcher.step();
            committed = fixture.committed().orElseThrow();
        }
        int before = server.requests().size();
        server.answering(request -> OK);
        try (DispatcherFixture fixture = restarted(desk(), log, committed)) {
            fixture.untilDone();
        }
        assertThat(server.ids().subList(before, server.ids().size())).containsExactly("a-1", "a-2");
    }

    @Test
    void poisonIsSetAsideWhileOthersAreAccepted() {
        server.answering(request -> request.id().equals("bad-1") ? status(500) : OK);
        try (DispatcherFixture fixture = new DispatcherFixture(desk())) {
            fixture.alert("bad", 1);
            fixture.alert("bad", 2);
            int[] good = {0};
            fixture.until(() -> {
                if (fixture.parked().isEmpty()) {
                    fixture.alert("good" + good[0]++, 1);
                }
                return !fixture.parked().isEmpty();
            });
            fixture.untilDone();

            assertThat(fixture.parked()).hasSize(1);
            assertThat(fixture.parked().get(0).getWebhookId()).isEqualTo("bad-1");
            assertThat(fixture.parked().get(0).getAttempts()).isGreaterThanOrEqualTo(DeliveryLimits.POISON);
            assertThat(fixture.parked().get(0).getReason()).contains("while other alerts were accepted");
            assertThat(server.ids()).contains("bad-2");
        }
    }

    @Test
    void outageMakesNoAlertPoison() {
        server.answering(OK);
        try (DispatcherFixture fixture = new DispatcherFixture(desk())) {
            fixture.alert("before", 1);
            fixture.untilDone();
            server.answering(request -> status(500));
            fixture.alert("a", 1);
            fixture.alert("b", 1);
            fixture.until(() -> attempts(fixture, "retry") >= 5 * DeliveryLimits.POISON);
            assertThat(fixture.parked()).isEmpty();

            server.answering(request -> OK);
            fixture.untilDone();
            assertThat(fixture.parked()).isEmpty();
        }
    }

    @Test
    void alertThatIsTooOldIsTriedOnceMoreAndSetAside() {
        Receiver receiver = receiver(
                server.url("127.0.0.1"), new RateLimit(1_000, Duration.ofSeconds(1)), true, Duration.ofHours(6));
        server.answering(request -> status(500));
        long now = System.currentTimeMillis();
        try (DispatcherFixture fixture = new DispatcherFixture(receiver)) {
            fixture.alert("old", 1, now - TimeUnit.HOURS.toMillis(7));
            fixture.alert("young", 1, now - TimeUnit.HOURS.toMillis(5));
            fixture.until(() -> !fixture.parked().isEmpty());
            fixture.until(() -> attempts(fixture, "retry") > 5);

            assertThat(fixture.parked()).hasSize(1);
            assertThat(fixture.parked().get(0).getWebhookId()).isEqualTo("old-1");
            assertThat(fixture.parked().get(0).getReason()).startsWith("not delivered within PT6H");
        }
    }

    @Test
    void circuitOpensAndTriesWithOneAlertOnly() {
        DeliveryLimits limits = new DeliveryLimits(
                Duration.ofMillis(2), Duration.ofMillis(20), 3, Duration.ofHours(1), Duration.ofHours(24));
        server.answering(request -> status(500));
        try (DispatcherFixture fixture = new DispatcherFixture(desk(), limits, new Log())) {
            IntStream.range(0, 20).forEach(i -> fixture.alert("s" + i, 1));
            fixture.until(() -> attempts(fixture, "retry") == 3);
            for (int i = 0; i < 50; i++) {
                fixture.dispatcher.step();
            }
            assertThat(server.requests()).hasSize(3);
            assertThat(gauge(fixture, "geowire.delivery.circuit")).isEqualTo(2);
            assertThat(gauge(fixture, "geowire.delivery.lag")).isEqualTo(20);
        }
    }

    @Test
    void receiverThatIsBackGetsAllAtOnceInOrderOfEachStory() {
        DeliveryLimits limits = new DeliveryLimits(
                Duration.ofMinutes(1), Duration.ofMinutes(5), 3, Duration.ofMillis(5), Duration.ofHours(24));
        server.answering(request -> server.requests().size() < 40 ? status(500) : OK);
        try (DispatcherFixture fixture = new DispatcherFixture(desk(), limits, new Log())) {
            IntStream.range(0, 60).forEach(i -> fixture.alert("s" + i % 7, 1 + i / 7));
            fixture.untilDone();
        }
        assertThatEachStoryIsInOrder(server.ids().subList(39, server.ids().size()), 60);
    }

    @Test
    void catchesUpAtItsRateInOrderOfEachStory() {
        RateLimit rate = new RateLimit(200, Duration.ofSeconds(1));
        long start = System.nanoTime();
        try (DispatcherFixture fixture = new DispatcherFixture(receiver(server.url("127.0.0.1"), rate, true))) {
            IntStream.range(0, 40).forEach(i -> fixture.alert("s" + i % 3, 1 + i / 3));
            fixture.untilDone();
        }
        // 39 gaps of 5 ms.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(190));
        assertThatEachStoryIsInOrder(server.ids(), 40);
    }

    @Test
    void moreThanTheWindowIsReadBitByBit() {
        try (DispatcherFixture fixture = new DispatcherFixture(desk())) {
            IntStream.range(0, 350).forEach(i -> fixture.alert("s" + i % 90, 1 + i / 90));
            fixture.untilDone();
        }
        assertThatEachStoryIsInOrder(server.ids(), 350);
    }

    @Test
    void goneDisablesTheReceiverAndSetsItsAlertsAside() {
        server.answering(status(410));
        Log log = new Log();
        OffsetAndMetadata committed;
        try (DispatcherFixture fixture = new DispatcherFixture(desk(), FAST, log)) {
            fixture.alert("a", 1);
            fixture.alert("b", 1);
            fixture.untilDone();

            assertThat(server.ids()).containsExactly("a-1");
            assertThat(fixture.parked())
                    .extracting(ParkedDelivery::getWebhookId)
                    .containsExactly("a-1", "b-1");
            assertThat(fixture.parked()).extracting(ParkedDelivery::getAttempts).containsExactly(1, 0);
            assertThat(fixture.parked().get(1).getReason()).contains("disabled", "410");
            assertThat(gauge(fixture, "geowire.delivery.disabled")).isEqualTo(1);
            assertThat(fixture.dispatcher.status().disabled()).isTrue();
            committed = fixture.committed().orElseThrow();
            assertThat(committed.metadata()).doesNotContain("127.0.0.1");
        }
        try (DispatcherFixture fixture = restarted(desk(), log, committed)) {
            fixture.alert("c", 1);
            fixture.untilDone();
            assertThat(fixture.parked())
                    .extracting(ParkedDelivery::getWebhookId)
                    .containsExactly("c-1");
            committed = fixture.committed().orElseThrow();
        }
        assertThat(server.ids()).containsExactly("a-1");

        Receiver moved = receiver(URI.create(server.url("127.0.0.1") + "/new"));
        try (DispatcherFixture fixture = restarted(moved, log, committed)) {
            fixture.alert("d", 1);
            fixture.untilDone();
            assertThat(fixture.committed().orElseThrow().metadata()).isEmpty();
        }
        assertThat(server.ids()).containsExactly("a-1", "d-1");
    }

    @Test
    void alertsForOthersAreNotDelivered() {
        try (DispatcherFixture fixture = new DispatcherFixture(desk())) {
            fixture.alert("a", 1);
            fixture.record("k", alertFor("night-desk"), System.currentTimeMillis());
            fixture.alert("b", 1);
            fixture.untilDone();
        }
        assertThat(server.ids()).containsExactly("a-1", "b-1");
    }

    @Test
    void whatIsNoAlertGoesToTheDeadLettersAndTheNextGoesOn() {
        try (DispatcherFixture fixture = new DispatcherFixture(desk())) {
            fixture.record("k", new byte[] {7, 7}, System.currentTimeMillis());
            fixture.record(null, null, System.currentTimeMillis());
            fixture.alert("a", 1);
            fixture.untilDone();

            assertThat(server.ids()).containsExactly("a-1");
            assertThat(fixture.letters()).hasSize(1);
            assertThat(fixture.letters().get(0).getApplication()).isEqualTo("geowire-delivery-desk");
            assertThat(fixture.letters().get(0).getOffset()).isZero();
        }
    }

    @Test
    void newReceiverBeginsWithTheAlertsOfTheLastDayAndCommitsAtOnce() {
        long now = System.currentTimeMillis();
        Log log = new Log();
        try (DispatcherFixture writer = new DispatcherFixture(desk(), FAST, log)) {
            writer.alert("old", 1, now - TimeUnit.HOURS.toMillis(25));
            writer.alert("recent", 1, now - TimeUnit.HOURS.toMillis(23));
        }
        try (DispatcherFixture fixture = new DispatcherFixture(desk(), FAST, log)) {
            assertThat(fixture.committed().orElseThrow().offset()).isEqualTo(1);
            fixture.untilDone();
        }
        assertThat(server.ids()).containsExactly("recent-1");
    }

    @Test
    void newReceiverOfATopicWithOldAlertsOnlyBeginsAtItsEnd() {
        long now = System.currentTimeMillis();
        Log log = new Log();
        try (DispatcherFixture writer = new DispatcherFixture(desk(), FAST, log)) {
            writer.alert("old", 1, now - TimeUnit.HOURS.toMillis(25));
        }
        try (DispatcherFixture fixture = new DispatcherFixture(desk(), FAST, log)) {
            assertThat(fixture.committed().orElseThrow().offset()).isEqualTo(1);
            fixture.alert("new", 1);
            fixture.untilDone();
        }
        assertThat(server.ids()).containsExactly("new-1");
    }

    @Test
    void ageOfTheOldestOpenAlertIsShown() {
        server.answering(request -> status(500));
        try (DispatcherFixture fixture = new DispatcherFixture(desk())) {
            fixture.alert("a", 1, System.currentTimeMillis() - TimeUnit.HOURS.toMillis(2));
            fixture.until(() -> attempts(fixture, "retry") >= 1);
            fixture.dispatcher.step();

            assertThat(gauge(fixture, "geowire.delivery.oldest.age")).isBetween(7_200.0, 7_300.0);
        }
    }

    private void assertThatFailureIsTriedAgain(Answer failure) {
        server.answering(failure);
        try (DispatcherFixture fixture = new DispatcherFixture(desk())) {
            fixture.alert("a", 1);
            fixture.untilDone();
            assertThat(fixture.parked()).isEmpty();
        }
        assertThat(server.ids()).containsExactly("a-1", "a-1");
    }

    private static void assertThatEachStoryIsInOrder(List<String> ids, int alerts) {
        assertThat(ids).hasSize(alerts).doesNotHaveDuplicates();
        Map<String, Integer> last = new HashMap<>();
        for (String id : ids) {
            String story = id.substring(0, id.indexOf('-'));
            int revision = Integer.parseInt(id.substring(id.indexOf('-') + 1));
            assertThat(last.getOrDefault(story, 0)).as(id).isEqualTo(revision - 1);
            last.put(story, revision);
        }
    }

    private Receiver desk() {
        return receiver(server.url("127.0.0.1"));
    }

    private static DispatcherFixture restarted(Receiver receiver, Log log, OffsetAndMetadata committed) {
        return new DispatcherFixture(receiver, FAST, log, committed);
    }

    private static byte[] alertFor(String other) {
        return DispatcherFixture.bytes(
                Samples.alert().setReceivers(List.of(other)).build());
    }

    private static double deliveries(DispatcherFixture fixture, String outcome) {
        return fixture.meters
                .get("geowire.delivery.deliveries")
                .tags("receiver", "desk", "outcome", outcome)
                .counter()
                .count();
    }

    private static long attempts(DispatcherFixture fixture, String outcome) {
        Timer timer = fixture.meters
                .find("geowire.delivery.attempts")
                .tags("receiver", "desk", "outcome", outcome)
                .timer();
        return timer == null ? 0 : timer.count();
    }

    private static double gauge(DispatcherFixture fixture, String name) {
        return fixture.meters.get(name).tag("receiver", "desk").gauge().value();
    }
}
