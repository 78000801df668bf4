package io.geowire.enrichment;

import io.geowire.service.ServiceRunner;

/** Runs the enrichment as a process of its own: exit status 0, 1 if the world failed, 2 if the configuration is wrong. */
public final class EnrichmentMain {
    private static final int DEFAULT_HTTP_PORT = 9402;

    private EnrichmentMain() {}

    public static void main(String[] args) {
        System.exit(ServiceRunner.run(
                EnrichmentApp.APPLICATION_ID,
                DEFAULT_HTTP_PORT,
                args,
                (settings, metrics) -> new EnrichmentApp(EnrichmentConfig.from(settings), metrics.registry())));
    }
}
