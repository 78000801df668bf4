package io.geowire.ingest.push;

import io.geowire.events.Article;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of an item of a request.
 *
 * @param index its place in the request, from 0
 * @param inputId the id that it gave, as far as it could be read
 */
sealed interface PushedItem {
    int index();

    @Nullable
    String inputId();

    /**
     * An article.
     *
     * @param notes what was amiss and took nothing away, a line each
     */
    record Accepted(int index, Article article, List<String> notes) implements PushedItem {
        public Accepted {
            notes = List.copyOf(notes);
        }

        @Override
        public @Nullable String inputId() {
            return article.getInputId();
        }
    }

    /** Not to be published: its provider withdrew it, or it has no text. */
    record Skipped(int index, @Nullable String inputId, String reason) implements PushedItem {}

    /** No article can be made of it. */
    record Refused(int index, @Nullable String inputId, Problem problem) implements PushedItem {}
}
