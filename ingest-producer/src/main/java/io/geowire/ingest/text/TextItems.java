package io.geowire.ingest.text;

import io.geowire.ingest.item.Excerpt;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.RawItem;
import io.geowire.ingest.item.ReadResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the lines of a text file into articles and bare headlines. Blank lines part blocks; what a block is, its own lines
 * and the next block decide:
 *
 * <ul>
 *   <li>Several lines that each look like a headline are bare headlines. They end an article.
 *   <li>One such line is the title of the paragraphs right below it; with none below, it is a bare headline. Inside an
 *       article a line of up to three words, one blank line after the text, is a heading of that article.
 *   <li>Any other block is paragraphs. Blocks of paragraphs that follow each other are one article; a headline-like
 *       first line is its title, as if a blank line stood below it.
 *   <li>"By …" right below a title is the author line. After a paragraph that ends with a colon, and for a line of
 *       credits, the article goes on.
 * </ul>
 *
 * <p>Holds one block and one article; an article beyond the limit is refused as a whole.
 */
public final class TextItems {
    /** After so many lines a block is what it has been so far: it need not be held any longer. */
    private static final int LONG_BLOCK = 1_000;

    private enum LongBlock {
        NONE,
        HEADLINES,
        PARAGRAPHS
    }

    private final String file;
    private final int maxChars;
    private final Consumer<ReadResult> sink;

    private final List<TextLine> lines = new ArrayList<>();
    private int chars;
    private int blankLines;
    private int blankLinesBefore;
    private LongBlock longBlock = LongBlock.NONE;

    /** A single line, or a title and a byline, of which the next block decides what it is. */
    private @Nullable Block pending;

    private @Nullable TextLine pendingByline;
    private @Nullable ArticleDraft open;

    /** @param maxChars that an article may have */
    public TextItems(String file, int maxChars, Consumer<ReadResult> sink) {
        this.file = file;
        this.maxChars = maxChars;
        this.sink = sink;
    }

    /** Takes the next line. */
    public void line(TextLine line) {
        if (line.isBlank()) {
            endBlock();
            blankLines++;
            return;
        }
        TextLine trimmed = line.trimmed();
        switch (longBlock) {
            case HEADLINES -> headline(trimmed);
            case PARAGRAPHS -> article().addLine(trimmed);
            case NONE -> hold(trimmed);
        }
    }

    /** Ends the file: what is still held is handed on. */
    public void end() {
        endBlock();
        closeArticle();
        releasePending();
    }

    private void hold(TextLine line) {
        if (lines.isEmpty()) {
            blankLinesBefore = blankLines;
            blankLines = 0;
        }
        lines.add(line);
        chars += line.text().length();
        if (lines.size() >= LONG_BLOCK || chars > maxChars) {
            longBlock = decide() ? LongBlock.HEADLINES : LongBlock.PARAGRAPHS;
        }
    }

    private void endBlock() {
        if (!lines.isEmpty()) {
            decide();
        }
        longBlock = LongBlock.NONE;
    }

    /** Decides on the block held. Returns whether it is headlines. */
    private boolean decide() {
        Block block = new Block(lines, blankLinesBefore);
        lines.clear();
        chars = 0;
        if (!block.isHeadlines()) {
            paragraphs(block);
            return false;
        }
        if (goesOn(block)) {
            article().add(block);
        } else if (block.isSingle()) {
            single(block);
        } else {
            headlines(block);
        }
        return true;
    }

    /** Whether headline-like lines belong to the article above them after all. */
    private boolean goesOn(Block block) {
        return open != null
                && pending == null
                && (open.endsWithColon()
                        || (block.isSingle() && LineShape.isCredit(block.first().text())));
    }

    private void single(Block block) {
        if (pending != null
                && pendingByline == null
                && LineShape.isByline(block.first().text())) {
            pendingByline = block.first();
            return;
        }
        if (pending != null) {
            closeArticle();
            releasePending();
        }
        pending = block;
    }

    private void headlines(Block block) {
        closeArticle();
        releasePending();
        TextLine second = block.lines().get(1);
        if (block.lines().size() == 2 && LineShape.isByline(second.text())) {
            pending = new Block(block.lines().subList(0, 1), block.blankLinesBefore());
            pendingByline = second;
        } else {
            block.lines().forEach(this::headline);
        }
    }

    private void paragraphs(Block block) {
        Block title = pending;
        if (title != null) {
            if (isHeadingInside(title)) {
                article().add(title);
            } else {
                begin(title.first(), pendingByline);
            }
            pending = null;
            pendingByline = null;
            article().add(block);
        } else if (block.hasTitleLine() && !isHeadingInside(block)) {
            begin(block.first(), null);
            article().addBelowTitle(block.withoutFirst());
        } else {
            article().add(block);
        }
    }

    private boolean isHeadingInside(Block block) {
        return open != null
                && pendingByline == null
                && block.blankLinesBefore() == 1
                && LineShape.isCrosshead(block.first().text());
    }

    private void begin(@Nullable TextLine title, @Nullable TextLine byline) {
        closeArticle();
        open = new ArticleDraft(title, byline, maxChars);
    }

    private ArticleDraft article() {
        ArticleDraft article = open;
        if (article == null) {
            article = new ArticleDraft(null, null, maxChars);
            open = article;
        }
        return article;
    }

    private void closeArticle() {
        if (open != null) {
            sink.accept(open.finish(file));
            open = null;
        }
    }

    private void releasePending() {
        if (pending != null) {
            headline(pending.first());
        }
        if (pendingByline != null) {
            headline(pendingByline);
        }
        pending = null;
        pendingByline = null;
    }

    private void headline(TextLine line) {
        Origin origin = new Origin(file, line.number());
        Excerpt value = Excerpt.of(line.text());
        sink.accept(
                line.fault() == null
                        ? new ReadResult.Item(origin, RawItem.text(line.text(), null, null), value)
                        : new ReadResult.Fault(origin, line.fault(), value));
    }
}
