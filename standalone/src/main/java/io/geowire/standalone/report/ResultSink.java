package io.geowire.standalone.report;

import io.geowire.events.Alert;
import io.geowire.events.EnrichedArticle;

/** Takes the results of a run: first the enriched articles, then the alerts. */
public interface ResultSink {
    /** The newest revision of an article. */
    void enriched(EnrichedArticle enriched);

    /** The newest revision of an alert. */
    void alert(Alert alert);

    /** Everything that there is has been handed over. */
    default void end() {}
}
