package io.geowire.standalone.broker;

import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.BrokerIdNotRegisteredException;
import org.apache.kafka.common.message.RequestHeaderData;
import org.apache.kafka.common.security.auth.KafkaPrincipal;
import org.apache.kafka.controller.Controller;
import org.apache.kafka.controller.ControllerRequestContext;

/**
 * Strikes a killed broker off the controller's list.
 *
 * <p>A controller does not let a broker in while an earlier process of the same broker may still be alive; it waits out
 * that process's session, 9 s. Here the lock on the data folder proves that the earlier process is gone.
 */
final class DeadIncarnation {
    private static final int POLL_MILLIS = 2;

    private DeadIncarnation() {}

    static void forget(Controller controller) throws InterruptedException, ExecutionException {
        while (!controller.isActive()) {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        ControllerRequestContext context =
                new ControllerRequestContext(new RequestHeaderData(), KafkaPrincipal.ANONYMOUS, OptionalLong.empty());
        try {
            controller.unregisterBroker(context, BrokerSettings.NODE_ID).get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof BrokerIdNotRegisteredException)) {
                throw e;
            }
        }
    }
}
