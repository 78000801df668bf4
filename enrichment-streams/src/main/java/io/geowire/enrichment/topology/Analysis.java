package io.geowire.enrichment.topology;

import io.geowire.enrichment.entity.LinkedEntity;
import io.geowire.enrichment.related.Profile;
import io.geowire.enrichment.topic.TopicLabel;
import java.util.List;

/** What the text of one article says by itself. */
record Analysis(List<LinkedEntity> entities, List<TopicLabel> topics, Profile profile) {
    /** Of a text that is not understood. */
    static final Analysis NONE = new Analysis(List.of(), List.of(), Profile.NONE);
}
