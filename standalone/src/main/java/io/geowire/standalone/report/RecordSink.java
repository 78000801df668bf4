package io.geowire.standalone.report;

import io.geowire.events.Article;

/** Takes results, and articles as they were read, each revision as it comes. */
public interface RecordSink extends ResultSink {
    /** An article as it was read. */
    void article(Article article);
}
