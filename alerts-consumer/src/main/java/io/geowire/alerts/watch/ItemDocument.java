package io.geowire.alerts.watch;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/** A news item as Lucene document, with the fields that queries name. */
final class ItemDocument {
    static final String ENTITY = "entity";
    static final String TOPIC = "topic";
    static final String SOURCE = "source";
    static final String LANGUAGE = "language";

    /** The phrases in exact case that occur. Not for queries of users. */
    static final String EXACT = "exact";

    private static final Pattern PARAGRAPH_BREAK = Pattern.compile("\\n\\s*\\n");
    private static final FieldType INDEXED = new FieldType();

    static {
        INDEXED.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        INDEXED.setTokenized(true);
        INDEXED.freeze();
    }

    private ItemDocument() {}

    static Document of(NewsItem item, List<Annotation> exactPhrases) {
        Document document = new Document();
        for (TextField field : TextField.values()) {
            addParagraphs(document, field.queryName(), item.text(field));
        }
        addKeywords(document, ENTITY, item.entities().stream().map(ItemDocument::idAndName));
        addKeywords(document, TOPIC, item.topics().stream().map(ItemDocument::idAndName));
        addKeywords(document, SOURCE, keyword(item.source()));
        addKeywords(document, LANGUAGE, language(item.language()));
        addKeywords(document, EXACT, exactPhrases.stream().map(phrase -> List.of(phrase.id())));
        return document;
    }

    /** Each value holds a paragraph and the break behind it: together they are the text, so offsets stay true. */
    private static void addParagraphs(Document document, String field, String text) {
        Matcher breaks = PARAGRAPH_BREAK.matcher(text);
        int start = 0;
        while (breaks.find()) {
            document.add(new Field(field, text.substring(start, breaks.end()), INDEXED));
            start = breaks.end();
        }
        document.add(new Field(field, text.substring(start), INDEXED));
    }

    private static void addKeywords(Document document, String field, Stream<List<String>> groups) {
        document.add(new Field(field, new KeywordStream(groups.toList()), INDEXED));
    }

    private static List<String> idAndName(Annotation annotation) {
        Set<String> keywords = new LinkedHashSet<>();
        keywords.add(Keywords.fold(annotation.id()));
        keywords.add(Keywords.fold(annotation.name()));
        return List.copyOf(keywords);
    }

    private static Stream<List<String>> keyword(@Nullable String value) {
        return value == null ? Stream.empty() : Stream.of(List.of(Keywords.fold(value)));
    }

    /** {@code en-GB} is found as {@code en-gb} and as {@code en}. */
    private static Stream<List<String>> language(@Nullable String tag) {
        if (tag == null) {
            return Stream.empty();
        }
        String whole = tag.toLowerCase(Locale.ROOT).replace('_', '-');
        int dash = whole.indexOf('-');
        return Stream.of(dash < 0 ? List.of(whole) : List.of(whole, whole.substring(0, dash)));
    }
}
