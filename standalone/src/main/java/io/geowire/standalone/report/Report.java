package io.geowire.standalone.report;

import io.geowire.events.Alert;
import io.geowire.events.Article;
import io.geowire.events.EnrichedArticle;
import io.geowire.events.Entity;
import io.geowire.events.Match;
import io.geowire.events.RelatedHeadline;
import io.geowire.events.TextSpan;
import io.geowire.events.Topic;
import java.io.PrintStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes a run for a person to read: each article with its entities, its topics with their evidence and its related headlines, in
 * order of time; then the alerts, each with the matched words in their sentence.
 */
public final class Report implements ResultSink {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MAX_EVIDENCE = 3;
    private static final int MAX_ENTITIES = 12;

    private final List<EnrichedArticle> articles = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();
    private final PrintStream out;
    private final Layout layout;
    private boolean summarised;

    /**
     * @param out in UTF-8
     * @param styled whether {@code out} is a terminal that understands styles
     */
    public Report(PrintStream out, boolean styled) {
        this.out = out;
        this.layout = new Layout(styled);
    }

    @Override
    public void enriched(EnrichedArticle article) {
        articles.add(article);
    }

    @Override
    public void alert(Alert alert) {
        alerts.add(alert);
    }

    @Override
    public void end() {
        articles.sort(
                Comparator.comparing((EnrichedArticle each) -> each.getArticle().getPublishedAt())
                        .thenComparing(each -> each.getArticle().getTitle()));
        alerts.sort(Comparator.comparing(Alert::getSeverity, Comparator.reverseOrder())
                .thenComparing(Alert::getWatchId)
                .thenComparing(Alert::getPublishedAt));
        articles.forEach(this::print);
        if (!alerts.isEmpty()) {
            out.println(layout.heading("ALERTS"));
            alerts.forEach(this::print);
        }
        if (!summarised) {
            out.println(layout.heading(summary()));
            summarised = true;
        }
        out.flush();
        articles.clear();
        alerts.clear();
    }

    private String summary() {
        long stories =
                articles.stream().map(EnrichedArticle::getStoryId).distinct().count();
        return "%s in %s, %s"
                .formatted(
                        count(articles.size(), "article"),
                        stories == 1 ? "1 story" : stories + " stories",
                        alerts.isEmpty() ? "no alerts" : count(alerts.size(), "alert"));
    }

    private void print(EnrichedArticle enriched) {
        Article article = enriched.getArticle();
        out.println(layout.faint(TIME.format(article.getPublishedAt())
                + (article.getSource() == null ? "" : "  " + safe(article.getSource()))));
        out.println(layout.title(safe(article.getTitle())));
        line("entities", entities(enriched.getEntities()));
        line("topics", enriched.getTopics().stream().map(this::topic).collect(Collectors.joining("\n")));
        line("related", enriched.getRelated().stream().map(this::related).collect(Collectors.joining("\n")));
        if (enriched.getDuplicateOf() != null) {
            line("copy of", enriched.getDuplicateOf());
        }
        out.println();
    }

    private static String entities(List<Entity> entities) {
        String names = entities.stream()
                .limit(MAX_ENTITIES)
                .map(each -> "%s (%s)".formatted(safe(each.getName()), lower(each.getType())))
                .collect(Collectors.joining(", "));
        int more = entities.size() - MAX_ENTITIES;
        return more > 0 ? names + " and " + more + " more" : names;
    }

    private String topic(Topic topic) {
        Set<String> words = new LinkedHashSet<>();
        for (TextSpan span : topic.getEvidence()) {
            words.add("“" + safe(span.getText()) + "”");
        }
        return "%.2f  %s  %s"
                .formatted(
                        topic.getScore(),
                        topic.getId(),
                        layout.faint(words.stream().limit(MAX_EVIDENCE).collect(Collectors.joining(", "))));
    }

    private String related(RelatedHeadline other) {
        return "%.2f  %s%s  %s"
                .formatted(
                        other.getScore(),
                        safe(other.getTitle()),
                        other.getSource() == null ? "" : " (" + safe(other.getSource()) + ")",
                        layout.faint(lower(other.getRelation())));
    }

    private void print(Alert alert) {
        out.println(layout.severity(lower(alert.getSeverity())) + "  " + layout.title(safe(alert.getWatchName())));
        out.println(layout.indented(
                safe(alert.getTitle()) + (alert.getSource() == null ? "" : " (" + safe(alert.getSource()) + ")")));
        Set<String> sentences = new LinkedHashSet<>();
        for (Match match : alert.getMatches()) {
            sentences.add(sentence(match, alert.getMatches()));
        }
        sentences.forEach(sentence -> out.println(layout.indented(sentence)));
        if (alert.getArticleCount() > 1) {
            out.println(layout.indented(layout.faint(
                    "%s, %s".formatted(count(alert.getArticleCount(), "report"), sources(alert.getSources())))));
        }
        out.println();
    }

    private static String sources(List<String> sources) {
        return "from " + sources.stream().map(Report::safe).collect(Collectors.joining(", "));
    }

    /** The sentence of a match with the words of all matches in it marked, those that overlap as one. */
    private String sentence(Match match, List<Match> all) {
        int offset = match.getSentenceStart();
        String sentence = match.getSentence();
        StringBuilder marked = new StringBuilder();
        int done = 0;
        List<TextSpan> spans = all.stream()
                .map(Match::getSpan)
                .filter(span -> span.getField() == match.getSpan().getField())
                .sorted(Comparator.comparing(TextSpan::getStart))
                .toList();
        for (TextSpan span : spans) {
            int start = Math.max(span.getStart() - offset, done);
            int end = Math.min(span.getEnd() - offset, sentence.length());
            if (start < end) {
                marked.append(safe(sentence.substring(done, start)))
                        .append(layout.marked(safe(sentence.substring(start, end))));
                done = end;
            }
        }
        return marked.append(safe(sentence.substring(done))).toString();
    }

    private void line(String label, String text) {
        if (!text.isEmpty()) {
            out.println(layout.labelled(label, text));
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String safe(String text) {
        return Terminal.escaped(text);
    }
}
