package io.geowire.alerts.alert;

import java.util.List;

/**
 * An article that matches a watch.
 *
 * @param articleId id of the article
 * @param counted whether an earlier revision of the article was counted for this alert
 * @param sources who carries the story as far as the article knows: its own source and those of the same event
 * @param minSources how many different sources the watch asks for
 * @param backfill whether it is old news read later
 */
public record Sighting(String articleId, boolean counted, List<String> sources, int minSources, boolean backfill) {
    public Sighting {
        sources = List.copyOf(sources);
    }
}
