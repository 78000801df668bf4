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
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes one article or alert for a person to read, a blank line after it. */
final class Entries {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final int MAX_EVIDENCE = 3;
    private static final int MAX_ENTITIES = 12;
    /** Characters of a text. */
    private static final int LEAD = 200;

    private final PrintStream out;
    private final Layout layout;

    Entries(PrintStream out, Layout layout) {
        this.out = out;
        this.layout = layout;
    }

    static String time(Instant time) {
        return TIME.format(time);
    }

    /** @param remark stands beside its time and source; maybe empty */
    void article(Article article, String remark) {
        heading(article, remark);
        line("by", safe(oneLine(article.getByline())));
        line("url", safe(oneLine(article.getUrl())));
        line("text", safe(lead(oneLine(article.getBody()))));
        out.println();
    }

    /** @param remark stands beside its time and source; maybe empty */
    void enriched(EnrichedArticle enriched, String remark) {
        heading(enriched.getArticle(), remark);
        line("entities", entities(enriched.getEntities()));
        line("topics", enriched.getTopics().stream().map(this::topic).collect(Collectors.joining("\n")));
        line("related", enriched.getRelated().stream().map(this::related).collect(Collectors.joining("\n")));
        if (enriched.getDuplicateOf() != null) {
            line("copy of", safe(enriched.getDuplicateOf()));
        }
        out.println();
    }

    private void heading(Article article, String remark) {
        out.println(layout.faint(time(article.getPublishedAt())
                + (article.getSource() == null ? "" : "  " + safe(article.getSource()))
                + (remark.isEmpty() ? "" : "  " + remark)));
        out.println(layout.title(safe(article.getTitle())));
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : SPACES.matcher(text).replaceAll(" ").strip();
    }

    private static String lead(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= LEAD ? text : text.substring(0, text.offsetByCodePoints(0, LEAD)) + "…";
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
                        safe(topic.getId()),
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

    /** @param remark stands beside the name of its watch; maybe empty */
    void alert(Alert alert, String remark) {
        out.println(layout.severity(lower(alert.getSeverity())) + "  " + layout.title(safe(alert.getWatchName()))
                + (remark.isEmpty() ? "" : "  " + layout.faint(remark)));
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
        return "from " + sources.stream().map(Entries::safe).collect(Collectors.joining(", "));
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

    static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static String safe(String text) {
        return Terminal.escaped(text);
    }
}
