package io.geowire.standalone;

import io.geowire.events.Article;
import io.geowire.ingest.IngestListener;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult;
import java.util.HashSet;
import java.util.Set;

/** Remembers what a run took in and says what it could not. */
final class Intake implements IngestListener {
    private final Set<String> articleIds = new HashSet<>();
    private final Progress progress;

    Intake(Progress progress) {
        this.progress = progress;
    }

    /** The ids of the articles that the broker has. */
    Set<String> articleIds() {
        return Set.copyOf(articleIds);
    }

    @Override
    public void published(Article article, Origin origin) {
        articleIds.add(article.getId());
    }

    @Override
    public void refused(ReadResult.Fault fault) {
        progress.say(fault.toString());
    }

    @Override
    public void skipped(ReadResult.Skipped skipped) {
        progress.say(skipped.toString());
    }

    @Override
    public void noted(ReadResult.Note note) {
        progress.say(note.toString());
    }
}
