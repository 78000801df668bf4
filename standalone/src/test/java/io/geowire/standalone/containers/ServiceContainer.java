package io.geowire.standalone.containers;

import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;

/** A service in the image that the Dockerfile makes of its jars. */
final class ServiceContainer extends GenericContainer<ServiceContainer> {
    /** Exit status of a process that ended as it was told to. */
    static final long TERMINATED = 143;

    private static final int GRACE_SECONDS = 10;

    ServiceContainer(Service service, Network network, String volume) {
        super(service.image());
        withNetwork(network);
        waitingFor(Wait.forHealthcheck().withStartupTimeout(Patience.LONG));
        withCreateContainerCmdModifier(command -> command.getHostConfig()
                .withBinds(Bind.parse(volume + ":/var/lib/geowire/data"))
                .withCapDrop(Capability.ALL)
                .withMemory(768L << 20));
    }

    /** Waits for the end instead of for health. */
    ServiceContainer once() {
        return withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(Patience.LONG))
                .waitingFor(Wait.forListeningPorts());
    }

    /** Ends it at once, as {@code kill -9} does. */
    void kill() {
        getDockerClient().killContainerCmd(getContainerId()).exec();
    }

    /** Asks it to end, as an engine does. Returns its exit status, 137 if it had to be killed. */
    long terminate() {
        getDockerClient()
                .stopContainerCmd(getContainerId())
                .withTimeout(GRACE_SECONDS)
                .exec();
        return state().getExitCodeLong();
    }

    /** Starts it again after its end. */
    void again() {
        getDockerClient().startContainerCmd(getContainerId()).exec();
    }

    boolean isWell() {
        ContainerState state = state();
        return state.getHealth() != null && "healthy".equals(state.getHealth().getStatus());
    }

    private ContainerState state() {
        return getCurrentContainerInfo().getState();
    }
}
