package io.geowire.standalone.registry;

import io.geowire.standalone.broker.EmbeddedBroker;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The contract, asked of the embedded registry. */
class RegistryServerIT extends RegistryContractTest {
    private static EmbeddedBroker broker;
    private static RegistryServer server;

    @BeforeAll
    static void start(@TempDir Path folder) {
        broker = EmbeddedBroker.start(folder, 0);
        server = RegistryServer.start(broker.bootstrapServers(), 0);
    }

    @AfterAll
    static void stop() {
        server.close();
        broker.close();
    }

    @Override
    String baseUrl() {
        return server.url();
    }
}
