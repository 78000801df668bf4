package io.geowire.standalone.report;

import io.geowire.events.Alert;
import io.geowire.events.EnrichedArticle;

/** Takes results: enriched articles, then alerts, then {@link #end}; again and again if more comes. */
public interface ResultSink {
    /** The newest revision of an article. */
    void enriched(EnrichedArticle enriched);

    /** The newest revision of an alert. */
    void alert(Alert alert);

    /** Everything that there is for now has been handed over. */
    void end();
}
