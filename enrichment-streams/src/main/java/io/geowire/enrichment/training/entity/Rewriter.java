package io.geowire.enrichment.training.entity;

import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.training.entity.TrainingText.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts other words in the place of mentions and keeps the labels right. */
final class Rewriter {
    private Rewriter() {}

    /** The text with each mention's words replaced by what the function gives for it. */
    static TrainingText replace(TrainingText text, Function<Mention, String> words) {
        List<Mention> mentions = new ArrayList<>();
        String title = replace(text, TextField.TITLE, words, mentions);
        String body = text.text().body() == null ? null : replace(text, TextField.BODY, words, mentions);
        return new TrainingText(new NewsText(title, body), mentions, List.of());
    }

    private static String replace(
            TrainingText text, TextField field, Function<Mention, String> words, List<Mention> mentions) {
        String old = text.text().field(field);
        StringBuilder made = new StringBuilder();
        int at = 0;
        for (Mention mention : text.mentions()) {
            if (mention.span().field() == field) {
                made.append(old, at, mention.span().start());
                String word = words.apply(mention);
                int start = made.length();
                made.append(word);
                mentions.add(new Mention(new Span(field, start, made.length(), word), mention.type(), mention.name()));
                at = mention.span().end();
            }
        }
        return made.append(old, at, old.length()).toString();
    }

    /** The part of a field between two offsets, as a headline of its own. */
    static TrainingText headline(TrainingText text, TextField field, int from, int to) {
        return new TrainingText(
                NewsText.headline(text.text().field(field).substring(from, to)),
                text.mentions().stream()
                        .filter(mention -> within(mention.span(), field, from, to))
                        .map(mention -> new Mention(moved(mention.span(), from), mention.type(), mention.name()))
                        .toList(),
                text.open().stream()
                        .filter(span -> within(span, field, from, to))
                        .map(span -> moved(span, from))
                        .toList());
    }

    private static boolean within(Span span, TextField field, int from, int to) {
        return span.field() == field && span.start() >= from && span.end() <= to;
    }

    private static Span moved(Span span, int from) {
        return new Span(TextField.TITLE, span.start() - from, span.end() - from, span.text());
    }

    /** The text with other titles and bodies of the same length. */
    static TrainingText reset(TrainingText text, String title, @Nullable String body) {
        NewsText news = new NewsText(title, body);
        return new TrainingText(
                news,
                text.mentions().stream()
                        .map(mention -> new Mention(
                                news.span(
                                        mention.span().field(),
                                        mention.span().start(),
                                        mention.span().end()),
                                mention.type(),
                                mention.name()))
                        .toList(),
                text.open().stream()
                        .map(span -> news.span(span.field(), span.start(), span.end()))
                        .toList());
    }
}
