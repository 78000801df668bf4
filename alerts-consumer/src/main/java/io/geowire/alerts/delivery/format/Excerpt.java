package io.geowire.alerts.delivery.format;

import io.geowire.alerts.watch.Characters;
import io.geowire.events.Alert;
import io.geowire.events.Match;
import io.geowire.events.RelatedHeadline;
import io.geowire.events.TextSpan;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shorter form of an alert.
 *
 * @param related how many related headlines are kept
 * @param entries how many entries of any other list are kept
 * @param characters how long a text may be
 */
record Excerpt(int related, int entries, int characters) {
    private static final int ALL = Integer.MAX_VALUE;

    /** The whole first; related headlines go before anything else does. */
    static final List<Excerpt> LONGEST_FIRST = longestFirst();

    private static List<Excerpt> longestFirst() {
        List<Excerpt> excerpts = new ArrayList<>();
        excerpts.add(new Excerpt(ALL, ALL, ALL));
        for (int related = 9; related >= 0; related--) {
            excerpts.add(new Excerpt(related, ALL, ALL));
        }
        for (int entries = 64; entries >= 1; entries /= 2) {
            excerpts.add(new Excerpt(0, entries, Math.max(Texts.ID, entries * 50)));
        }
        return List.copyOf(excerpts);
    }

    /** Equal to the alert if nothing had to go. */
    Alert of(Alert alert) {
        return Alert.newBuilder(alert)
                .setAlertId(cut(alert.getAlertId()))
                .setWatchId(cut(alert.getWatchId()))
                .setWatchName(cut(alert.getWatchName()))
                .setWatchVersion(cut(alert.getWatchVersion()))
                .setStoryId(cut(alert.getStoryId()))
                .setArticleId(cut(alert.getArticleId()))
                .setInputId(cutOrNull(alert.getInputId()))
                .setTitle(cut(alert.getTitle()))
                .setSource(cutOrNull(alert.getSource()))
                .setUrl(wholeOrNull(alert.getUrl()))
                .setTopics(cut(alert.getTopics()))
                .setMatches(alert.getMatches().stream()
                        .limit(entries)
                        .map(this::cut)
                        .toList())
                .setRelated(alert.getRelated().stream()
                        .limit(related)
                        .map(this::cut)
                        .toList())
                .setArticleIds(cut(alert.getArticleIds()))
                .setSources(cut(alert.getSources()))
                .build();
    }

    private RelatedHeadline cut(RelatedHeadline headline) {
        return RelatedHeadline.newBuilder(headline)
                .setArticleId(cut(headline.getArticleId()))
                .setInputId(cutOrNull(headline.getInputId()))
                .setTitle(cut(headline.getTitle()))
                .setSource(cutOrNull(headline.getSource()))
                .setUrl(wholeOrNull(headline.getUrl()))
                .build();
    }

    /** Keeps the matched words in what is left of their sentence. */
    private Match cut(Match match) {
        TextSpan span = match.getSpan();
        String sentence = match.getSentence();
        int from = 0;
        if (sentence.length() > characters) {
            int before = Math.max(0, (characters - (span.getEnd() - span.getStart())) / 2);
            int latest = sentence.length() - characters;
            from = Characters.boundary(
                    sentence, Math.max(0, Math.min(span.getStart() - match.getSentenceStart() - before, latest)));
        }
        return Match.newBuilder(match)
                .setSpan(TextSpan.newBuilder(span).setText(cut(span.getText())).build())
                .setClause(cut(match.getClause()))
                .setSentence(cut(sentence.substring(from)))
                .setSentenceStart(match.getSentenceStart() + from)
                .build();
    }

    private List<String> cut(List<String> texts) {
        return texts.stream().limit(entries).map(this::cut).toList();
    }

    private String cut(String text) {
        return Texts.cut(text, characters);
    }

    private @Nullable String cutOrNull(@Nullable String text) {
        return text == null ? null : cut(text);
    }

    /** Half a URL leads nowhere. */
    private @Nullable String wholeOrNull(@Nullable String url) {
        return url == null || url.length() > characters ? null : url;
    }
}
