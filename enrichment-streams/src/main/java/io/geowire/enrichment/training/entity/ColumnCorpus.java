package io.geowire.enrichment.training.entity;

import io.geowire.enrichment.entity.EntityType;
import io.geowire.enrichment.text.NewsText;
import io.geowire.enrichment.text.Span;
import io.geowire.enrichment.text.TextField;
import io.geowire.enrichment.training.entity.TrainingText.Mention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads corpora of one token and its tag a line, an empty line after each sentence, {@code -DOCSTART-} between documents. Tags
 * are O and PER, ORG, LOC or MISC with B- or I- before it.
 */
final class ColumnCorpus {
    private static final Map<String, EntityType> TYPES =
            Map.of("PER", EntityType.PERSON, "ORG", EntityType.ORGANIZATION, "LOC", EntityType.LOCATION);
    private static final int SENTENCES = 12;

    private final List<TrainingText> texts = new ArrayList<>();
    private final Path file;

    private StringBuilder body = new StringBuilder();
    private List<Mention> mentions = new ArrayList<>();
    private List<Span> open = new ArrayList<>();
    private String tag = "O";
    private int start;
    private int end;
    private int sentences;
    private boolean glue = true;
    private boolean quoted;

    private ColumnCorpus(Path file) {
        this.file = file;
    }

    /** The texts of a file, some sentences each. */
    static List<TrainingText> read(Path file) throws IOException {
        ColumnCorpus corpus = new ColumnCorpus(file);
        int line = 0;
        for (String row : Files.readAllLines(file)) {
            line++;
            corpus.accept(row, line);
        }
        corpus.endText();
        return corpus.texts;
    }

    private void accept(String row, int line) throws IOException {
        if (row.isBlank()) {
            endSentence();
            return;
        }
        String[] cells = row.split("\t", -1);
        if (cells.length != 2 || cells[0].isEmpty()) {
            throw new IOException(file + ":" + line + ": a token and a tag wanted, parted by a tab");
        }
        if (cells[0].equals("-DOCSTART-")) {
            endText();
        } else {
            token(cells[0], cells[1]);
        }
    }

    private void token(String token, String next) {
        boolean goesOn = next.startsWith("I-") && next.substring(2).equals(tag);
        if (!goesOn) {
            endName();
        }
        if (!glue && !gluesLeft(token)) {
            body.append(' ');
        }
        if (!goesOn && !next.equals("O")) {
            tag = next.substring(2);
            start = body.length();
        }
        body.append(token);
        end = body.length();
        glue = gluesRight(token);
    }

    private boolean gluesLeft(String token) {
        return switch (token) {
            case ".", ",", ";", ":", "!", "?", ")", "]", "'s", "'", "\u2019s", "n't", "%", "''", "-" -> true;
            case "\"" -> quoted;
            default -> token.startsWith("'") && token.length() <= 3;
        };
    }

    private boolean gluesRight(String token) {
        return switch (token) {
            case "(", "[", "$", "``", "-" -> true;
            case "\"" -> {
                quoted = !quoted;
                yield quoted;
            }
            default -> false;
        };
    }

    private void endName() {
        if (!tag.equals("O")) {
            Span span = new Span(TextField.BODY, start, end, body.substring(start, end));
            EntityType type = TYPES.get(tag);
            if (type == null) {
                open.add(span);
            } else {
                mentions.add(new Mention(span, type, span.text()));
            }
        }
        tag = "O";
    }

    private void endSentence() {
        endName();
        quoted = false;
        glue = false;
        sentences++;
        if (sentences >= SENTENCES) {
            endText();
        }
    }

    private void endText() {
        endName();
        if (!body.isEmpty()) {
            texts.add(new TrainingText(new NewsText("", body.toString()), mentions, open));
        }
        body = new StringBuilder();
        mentions = new ArrayList<>();
        open = new ArrayList<>();
        sentences = 0;
        glue = true;
    }
}
