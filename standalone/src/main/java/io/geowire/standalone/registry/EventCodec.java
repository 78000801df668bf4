package io.geowire.standalone.registry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Events as JSON. */
final class EventCodec {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(RegistryEvent.class, Tagged.class)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .build();

    private EventCodec() {}

    static byte[] encode(RegistryEvent event) {
        try {
            return JSON.writerFor(RegistryEvent.class).writeValueAsBytes(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IOException if the bytes are no event */
    static RegistryEvent decode(byte[] bytes) throws IOException {
        RegistryEvent event;
        try {
            event = JSON.readValue(bytes, RegistryEvent.class);
        } catch (JsonProcessingException e) {
            throw new IOException(RegistryFault.describe(e), e);
        }
        if (event == null) {
            throw new IOException("null is no event");
        }
        return event;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = SchemaVersion.class, name = "version"),
        @JsonSubTypes.Type(value = LevelChange.class, name = "level")
    })
    private interface Tagged {}
}
