package io.geowire.standalone.containers;

import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** The services and their images, each built when it is first used. */
enum Service {
    INGEST("ingest-producer"),
    ENRICHMENT("enrichment-streams"),
    ALERTS("alerts-consumer");

    private final String module;
    private final ImageFromDockerfile image;

    Service(String module) {
        this.module = module;
        Path home = Path.of("").toAbsolutePath().getParent();
        String target = module + "/target/";
        // Of the context only what this service needs: it is sent to the engine.
        image = new ImageFromDockerfile("geowire-it/" + module, false)
                .withFileFromPath("Dockerfile", home.resolve("Dockerfile"))
                .withFileFromPath(target + "lib", home.resolve(target + "lib"))
                .withFileFromPath(jar(), home.resolve(jar()))
                .withBuildArg("SERVICE", module);
    }

    ImageFromDockerfile image() {
        Path jar = Path.of("..").resolve(jar());
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: mvn package makes it");
        }
        return image;
    }

    private String jar() {
        return module + "/target/" + module + ".jar";
    }
}
