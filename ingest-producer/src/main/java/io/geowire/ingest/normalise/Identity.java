package io.geowire.ingest.normalise;

import io.geowire.events.Article;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What makes two items the same article, and what makes the same article a revision.
 *
 * <p>The first of these that an item has is its identity:
 *
 * <ol>
 *   <li>its canonical URL, unless that is a site's home page;
 *   <li>its own id. A source's ids are its own, so the source is part of it. Without a source an id stands for itself:
 *       the same id from a moved, renamed or split file is the same article. Only a bare number of up to six digits is
 *       taken for a row number: it counts within its file name, so that two lists numbered from 1 do not overwrite
 *       each other;
 *   <li>its source and title, and its day (UTC) if the item declares a date. A date that only says when its file was
 *       written or read is left out: it would make another article of the same headline at each run.
 * </ol>
 */
final class Identity {
    private static final Pattern ROW_NUMBER = Pattern.compile("[0-9]{1,6}");
    private static final int BYTES = 16;

    private Identity() {}

    /** 32 hexadecimal digits. All texts are clean, so none holds the line feed that parts them here. */
    static String id(
            @Nullable CanonicalUrl url,
            @Nullable String inputId,
            @Nullable String source,
            String title,
            Optional<Instant> declared,
            String file) {
        if (url != null && url.namesAPage()) {
            return digest("url", url.identity());
        }
        if (inputId != null) {
            if (source != null) {
                return digest("source-id", source, inputId);
            }
            return ROW_NUMBER.matcher(inputId).matches() ? digest("row", file, inputId) : digest("id", inputId);
        }
        String day = declared.map(at -> LocalDate.ofInstant(at, ZoneOffset.UTC).toString())
                .orElse("");
        return digest("title", source == null ? "" : source, title, day);
    }

    /**
     * 32 hexadecimal digits over all that a reader would call a change. Two things are left out: the author line, and a
     * date that the item does not declare, so that the same file read again is the same content.
     */
    static String contentHash(Article.Builder article, @Nullable CanonicalUrl url, Optional<Instant> declared) {
        return digest(
                "content",
                article.getTitle(),
                sized(article.getBody()),
                sized(article.getSource()),
                sized(url == null ? null : url.identity()),
                sized(article.getLanguage()),
                sized(declared.map(at -> Long.toString(at.toEpochMilli())).orElse(null)));
    }

    /** A body may hold line feeds: its length keeps the parts apart. */
    private static String sized(@Nullable String text) {
        return text == null ? "-" : text.length() + ":" + text;
    }

    private static String digest(String... parts) {
        StringJoiner identity = new StringJoiner("\n");
        for (String part : parts) {
            identity.add(part);
        }
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(identity.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
