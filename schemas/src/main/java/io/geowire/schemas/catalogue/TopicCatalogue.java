package io.geowire.schemas.catalogue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All topics that Geowire's applications share, in the order of the flow. */
public final class TopicCatalogue {
    private static final String RESOURCE = "topics.yaml";

    private final Map<String, TopicSpec> topics;

    private TopicCatalogue(List<TopicSpec> specs) {
        Map<String, TopicSpec> byName = new LinkedHashMap<>();
        for (TopicSpec spec : specs) {
            if (byName.put(spec.name(), spec) != null) {
                throw new IllegalArgumentException(RESOURCE + ": topic '" + spec.name() + "' is there twice");
            }
        }
        topics = byName;
    }

    /** The catalogue that ships with this module. */
    public static TopicCatalogue load() {
        try (InputStream in = TopicCatalogue.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
    }

    static TopicCatalogue read(InputStream yaml) throws IOException {
        YAMLMapper mapper = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        return new TopicCatalogue(mapper.readValue(yaml, File.class).topics());
    }

    /** Every topic. */
    public List<TopicSpec> topics() {
        return List.copyOf(topics.values());
    }

    /** The topics that an application creates. */
    public List<TopicSpec> ownedBy(String owner) {
        return topics.values().stream()
                .filter(topic -> topic.owner().equals(owner))
                .toList();
    }

    /**
     * A topic by its name.
     *
     * @throws IllegalArgumentException if the catalogue does not have it
     */
    public TopicSpec topic(String name) {
        TopicSpec spec = topics.get(name);
        if (spec == null) {
            throw new IllegalArgumentException(
                    "topic '" + name + "' is not in the catalogue; it has " + topics.keySet());
        }
        return spec;
    }

    private record File(List<TopicSpec> topics) {}
}
