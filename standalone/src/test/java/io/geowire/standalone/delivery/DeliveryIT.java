package io.geowire.standalone.delivery;

import static io.geowire.standalone.delivery.AlertLog.revisions;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.geowire.alerts.delivery.Filter;
import io.geowire.alerts.delivery.Format;
import io.geowire.alerts.delivery.RateLimit;
import io.geowire.alerts.delivery.Receiver;
import io.geowire.alerts.dispatch.DeliveryLimits;
import io.geowire.alerts.dispatch.DeliveryService;
import io.geowire.alerts.dispatch.ReceiverGroups;
import io.geowire.alerts.dispatch.ReceiverGroups.State;
import io.geowire.standalone.broker.EmbeddedBroker;
import io.geowire.standalone.registry.RegistryServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deliveries on a real broker: groups, rebalances, transactions, restarts. */
class DeliveryIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final DeliveryLimits LIMITS = new DeliveryLimits(
            Duration.ofMillis(20), Duration.ofMillis(200), 5, Duration.ofMillis(100), Duration.ofHours(24));

    @TempDir
    Path folder;

    private EmbeddedBroker broker;
    private RegistryServer registry;
    private Map<String, Object> clients;

    @BeforeEach
    void startKafka() {
        broker = EmbeddedBroker.start(folder, 0);
        registry = RegistryServer.start(broker.bootstrapServers(), 0);
        clients = Map.of("bootstrap.servers", broker.bootstrapServers(), "schema.registry.url", registry.url());
        AlertLog.provision(clients);
    }

    @AfterEach
    void stopKafka() {
        registry.close();
        broker.close();
    }

    @Test
    void receiverThatHangsHoldsUpNoOther() throws Exception {
        List<String> written = AlertLog.write(clients, 100, 20);
        CountDownLatch released = new CountDownLatch(1);
        try (Hook hanging = new Hook().answering(id -> {
                    await(released);
                    return 200;
                });
                Hook well = new Hook();
                DeliveryService service = service(receiver("hanging", hanging.url()), receiver("well", well.url()))) {
            service.start();
            eventually(() -> assertThat(well.accepted()).containsExactlyInAnyOrderElementsOf(written));
            assertThat(hanging.accepted()).isEmpty();
            assertThat(revisions(well.accepted())).isEqualTo(revisions(written));

            released.countDown();
            eventually(() -> assertThat(hanging.accepted()).containsAll(written));
            assertThat(revisions(hanging.accepted())).isEqualTo(revisions(written));
        }
    }

    @Test
    void instancesShareTheAlertsAndKeepTheOrderOfEachStoryAcrossRebalances() throws Exception {
        List<String> written = AlertLog.write(clients, 400, 40);
        try (Hook hook = new Hook()) {
            Receiver desk = receiver("desk", hook.url(), new RateLimit(100, Duration.ofSeconds(1)));
            try (DeliveryService second = service(desk)) {
                try (DeliveryService first = service(desk)) {
                    first.start();
                    eventually(() -> assertThat(hook.accepted()).hasSizeGreaterThan(50));
                    second.start();
                    eventually(() -> assertThat(hook.accepted()).hasSizeGreaterThan(200));
                }
                eventually(() -> assertThat(hook.accepted()).containsAll(written));
            }
            assertThat(revisions(hook.accepted())).isEqualTo(revisions(written));
        }
    }

    @Test
    void afterAnOrderlyRestartNothingIsDeliveredTwice() throws Exception {
        List<String> written = AlertLog.write(clients, 120, 30);
        try (Hook hook = new Hook().answering(id -> id.startsWith("story7-") ? 503 : 200)) {
            Receiver desk = receiver("desk", hook.url());
            try (DeliveryService service = service(desk)) {
                service.start();
                eventually(() -> assertThat(hook.accepted()).hasSize(116));
            }
            hook.answering(id -> 200);
            try (DeliveryService service = service(desk);
                    Admin admin = Admin.create(clients)) {
                service.start();
                eventually(() -> assertThat(hook.accepted()).hasSize(120));
                eventually(() -> assertThat(new ReceiverGroups(admin).states(List.of("desk")))
                        .isEqualTo(Map.of("desk", new State(0, false))));
            }
            assertThat(hook.accepted()).containsExactlyInAnyOrderElementsOf(written);
            assertThat(revisions(hook.accepted())).isEqualTo(revisions(written));
        }
    }

    @Test
    void receiverThatIsGoneStaysDisabledUntilItIsEnabled() throws Exception {
        AlertLog.write(clients, 1, 1);
        try (Hook hook = new Hook().answering(id -> 410);
                Admin admin = Admin.create(clients)) {
            Receiver desk = receiver("desk", hook.url());
            ReceiverGroups groups = new ReceiverGroups(admin);
            try (DeliveryService service = service(desk)) {
                service.start();
                eventually(
                        () -> assertThat(groups.states(List.of("desk"))).isEqualTo(Map.of("desk", new State(0, true))));
                assertThatThrownBy(() -> groups.enable("desk")).isInstanceOf(UnknownMemberIdException.class);
            }
            hook.answering(id -> 200);
            AlertLog.write(clients, 1, 1);
            try (DeliveryService service = service(desk)) {
                service.start();
                eventually(
                        () -> assertThat(groups.states(List.of("desk"))).isEqualTo(Map.of("desk", new State(0, true))));
            }
            assertThat(hook.accepted()).isEmpty();

            assertThat(groups.names()).containsExactly("desk");
            assertThat(groups.enable("desk")).isTrue();
            assertThat(groups.enable("desk")).isFalse();
            AlertLog.write(clients, 1, 1);
            try (DeliveryService service = service(desk)) {
                service.start();
                eventually(() -> assertThat(hook.accepted()).hasSize(1));
            }
        }
    }

    @Test
    void closesWhileAReceiverHangsAndDeliversThatAlertLater() throws Exception {
        List<String> written = AlertLog.write(clients, 2, 2);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        try (Hook hook = new Hook().answering(id -> {
            asked.countDown();
            await(released);
            return 500;
        })) {
            Receiver desk = receiver("desk", hook.url());
            DeliveryService service = service(desk);
            service.start();
            asked.await();
            service.close();
            assertThat(service.failure().toCompletableFuture()).isNotDone();
            assertThat(hook.accepted()).isEmpty();
            released.countDown();

            hook.answering(id -> 200);
            try (DeliveryService next = service(desk)) {
                next.start();
                eventually(() -> assertThat(hook.accepted()).containsExactlyInAnyOrderElementsOf(written));
            }
        }
    }

    private DeliveryService service(Receiver... receivers) {
        return new DeliveryService(clients, List.of(receivers), LIMITS, new SimpleMeterRegistry());
    }

    private static Receiver receiver(String name, URI url) {
        return receiver(name, url, new RateLimit(1_000, Duration.ofSeconds(1)));
    }

    private static Receiver receiver(String name, URI url, RateLimit rate) {
        return new Receiver(
                name,
                url,
                Format.CLOUDEVENTS,
                List.of(),
                Map.of(),
                Duration.ofSeconds(60),
                rate,
                Filter.ALL,
                true,
                true,
                Receiver.DEFAULT_GIVE_UP_AFTER);
    }

    private static void eventually(ThrowingRunnable holds) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(holds);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
