package io.geowire.ingest.normalise;

import io.geowire.events.Article;
import io.geowire.ingest.item.ItemFaultException;
import io.geowire.ingest.item.Printable;
import io.geowire.ingest.item.RawItem;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes an {@link Article} of a raw item. The same item gives the same id and content hash, whenever it is read. */
public final class Normaliser {
    private Normaliser() {}

    /**
     * An article and what was amiss with its item.
     *
     * @param warnings one line each, safe to print; the article does without what they name
     */
    public record Normalised(Article article, List<String> warnings) {
        public Normalised {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Normalises one item.
     *
     * @throws ItemFaultException if it has no title
     */
    public static Normalised normalise(RawItem item, Arrival arrival) throws ItemFaultException {
        String title = item.title() == null ? "" : CleanText.line(item.title());
        if (!CleanText.isVisible(title)) {
            throw new ItemFaultException(item.title() == null ? "title is missing" : "title is empty");
        }
        List<String> warnings = new ArrayList<>();
        CanonicalUrl url = url(item.url(), warnings);
        EventTime time = EventTime.of(item.date(), arrival);
        if (time.doubt() != null) {
            warnings.add("publishedAt: " + time.doubt() + "; the time of reading is taken instead");
        }
        String inputId = line(item.id());
        String source = line(item.source());
        Article.Builder article = Article.newBuilder()
                .setId(Identity.id(url, inputId, source, title, time.declared(), arrival.file()))
                .setInputId(inputId)
                .setTitle(title)
                .setBody(body(item.body()))
                .setSource(source)
                .setUrl(url == null ? null : url.text())
                .setByline(line(item.byline()))
                .setLanguage(language(item.language(), warnings))
                .setPublishedAt(time.at())
                .setPublishedAtProvenance(time.provenance())
                .setIngestedAt(arrival.now().truncatedTo(ChronoUnit.MILLIS));
        article.setContentHash(Identity.contentHash(article, url, time.declared()));
        return new Normalised(article.build(), warnings);
    }

    private static @Nullable String line(@Nullable String text) {
        String line = text == null ? "" : CleanText.line(text);
        return CleanText.isVisible(line) ? line : null;
    }

    private static @Nullable String body(@Nullable String text) {
        String body = text == null ? "" : CleanText.paragraphs(text);
        return CleanText.isVisible(body) ? body : null;
    }

    private static @Nullable CanonicalUrl url(@Nullable String text, List<String> warnings) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Optional<CanonicalUrl> url = CanonicalUrl.of(text);
        if (url.isEmpty()) {
            warnings.add("url: %s is no http or https address; it is left out".formatted(Printable.quote(text)));
        }
        return url.orElse(null);
    }

    private static @Nullable String language(@Nullable String text, List<String> warnings) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return new Locale.Builder()
                    .setLanguageTag(text.strip().replace('_', '-'))
                    .build()
                    .toLanguageTag();
        } catch (IllformedLocaleException e) {
            warnings.add("language: %s is no BCP 47 tag; it is left out".formatted(Printable.quote(text)));
            return null;
        }
    }
}
