package io.geowire.ingest.text;

import io.geowire.ingest.item.Excerpt;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.RawItem;
import io.geowire.ingest.item.ReadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An article that is being put together. Beyond its limit it keeps nothing but its fault. */
final class ArticleDraft {
    private final @Nullable TextLine title;
    private final int maxChars;
    private final List<String> paragraphs = new ArrayList<>();
    private @Nullable TextLine byline;
    private long firstLine;
    private long faultLine;
    private @Nullable String fault;
    private long chars;

    ArticleDraft(@Nullable TextLine title, @Nullable TextLine byline, int maxChars) {
        this.title = title;
        this.byline = byline;
        this.maxChars = maxChars;
        if (title != null) {
            take(title);
        }
        if (byline != null) {
            take(byline);
        }
    }

    /** Adds a block right below the title, where a first line may be the byline. */
    void addBelowTitle(Block block) {
        if (byline == null
                && !block.isSingle()
                && LineShape.isByline(block.first().text())) {
            byline = block.first();
            take(block.first());
            add(block.withoutFirst());
        } else {
            add(block);
        }
    }

    /** Adds paragraphs: one if the block's lines are broken to a width, else one a line. */
    void add(Block block) {
        block.lines().forEach(this::take);
        if (chars > maxChars) {
            paragraphs.clear();
        } else if (LineShape.isHardWrapped(block.texts())) {
            paragraphs.add(String.join(" ", block.texts()));
        } else {
            paragraphs.addAll(block.texts());
        }
    }

    /** Adds a paragraph of one line. */
    void addLine(TextLine line) {
        take(line);
        if (chars > maxChars) {
            paragraphs.clear();
        } else {
            paragraphs.add(line.text());
        }
    }

    boolean endsWithColon() {
        return !paragraphs.isEmpty() && LineShape.endsWithColon(paragraphs.get(paragraphs.size() - 1));
    }

    ReadResult finish(String file) {
        if (fault != null) {
            return new ReadResult.Fault(new Origin(file, faultLine), fault, Excerpt.of(text()));
        }
        Origin origin = new Origin(file, firstLine);
        if (chars > maxChars) {
            String reason = String.format(Locale.ROOT, "an article of more than %,d characters", maxChars);
            return new ReadResult.Fault(origin, reason, Excerpt.NONE);
        }
        String body = text();
        String headline = title != null ? title.text() : FirstSentence.of(paragraphs.get(0));
        return new ReadResult.Item(
                origin,
                RawItem.text(headline, headline.equals(body) ? null : body, byline == null ? null : byline.text()),
                Excerpt.of(headline));
    }

    private String text() {
        return String.join("\n\n", paragraphs);
    }

    private void take(TextLine line) {
        if (firstLine == 0) {
            firstLine = line.number();
        }
        if (fault == null && line.fault() != null) {
            fault = line.fault();
            faultLine = line.number();
        }
        chars += line.text().length();
    }
}
