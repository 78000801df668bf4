package io.geowire.schemas.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.schemas.catalogue.TopicCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsyncApiTest {
    private static final Path FILE = Path.of("asyncapi.yaml");

    @Test
    void documentSaysWhatCatalogueAndSchemasSay() throws IOException {
        String document = AsyncApiDocument.of(TopicCatalogue.load());
        if (Boolean.getBoolean("asyncapi.write")) {
            Files.writeString(FILE, document);
        }

        assertThat(FILE)
                .as("a contract or topic changed; -Dasyncapi.write=true writes the document anew")
                .hasContent(document);
    }
}
