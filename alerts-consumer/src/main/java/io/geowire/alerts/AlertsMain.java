package io.geowire.alerts;

import io.geowire.service.ServiceRunner;

/** The alerts-consumer as a process of its own. */
public final class AlertsMain {
    private static final int DEFAULT_PORT = 9403;

    private AlertsMain() {}

    /** @param arguments none, or the path of a properties file */
    public static void main(String[] arguments) {
        System.exit(ServiceRunner.run(
                AlertsApp.NAME,
                DEFAULT_PORT,
                arguments,
                (settings, metrics) -> new AlertsApp(AlertsConfig.from(settings), metrics.registry())));
    }
}
