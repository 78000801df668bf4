package io.geowire.standalone.containers;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;

/** Apicurio's registry. It keeps its schemas in memory, unless told otherwise. */
public final class RegistryContainer extends GenericContainer<RegistryContainer> {
    static final int PORT = 8080;
    static final String PATH = "/apis/ccompat/v7";

    private static final int MANAGEMENT_PORT = 9000;

    public RegistryContainer() {
        super("apicurio/apicurio-registry:3.3.3");
        withExposedPorts(PORT, MANAGEMENT_PORT);
        waitingFor(Wait.forHttp("/health/ready").forPort(MANAGEMENT_PORT).withStartupTimeout(Patience.LONG));
    }

    /** Its Confluent API as seen from this machine. */
    public String url() {
        return "http://%s:%d%s".formatted(getHost(), getMappedPort(PORT), PATH);
    }
}
