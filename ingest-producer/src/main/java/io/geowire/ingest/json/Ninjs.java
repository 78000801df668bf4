package io.geowire.ingest.json;

import io.geowire.ingest.item.ItemFaultException;
import io.geowire.ingest.item.RawDate;
import io.geowire.ingest.item.RawItem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * IPTC ninjs, "News in JSON", after the schemas 1.0 to 1.8, 2.0 to 2.4 and 3.0 to 3.3. Generation 1 has {@code headline},
 * {@code body_text}, {@code byline}; generation 2 arrays {@code headlines} and {@code bodies}, and {@code by}; generation
 * 3 writes the names in camel case.
 *
 * <p>The URI is the item's id, not an address to open, so it gives no URL. The date is that of the first version: a later
 * version is the same news, and one that changed nothing but its own date is no revision.
 */
final class Ninjs {
    /** Fields of ninjs that Geowire's own JSON does not have: one of them beside {@code uri} makes it ninjs. */
    private static final Set<String> MARKS = Set.of(
            "headline",
            "headlines",
            "body_text",
            "body_xhtml",
            "bodies",
            "firstcreated",
            "firstCreated",
            "versioncreated",
            "versionCreated",
            "pubstatus",
            "pubStatus",
            "standard",
            "$standard");

    /** The other types hold pictures, sound or plans. */
    private static final Set<String> TYPES_WITH_TEXT = Set.of("text", "composite");

    private Ninjs() {}

    static boolean isNinjs(Fields fields) {
        return fields.has("uri") && MARKS.stream().anyMatch(fields::has);
    }

    static JsonItems.Reading read(Fields fields) throws ItemFaultException {
        String status = first(fields, "pubstatus", "pubStatus");
        if (status != null && !status.equals("usable")) {
            return new JsonItems.Reading.Withheld("its provider marks it " + status);
        }
        String type = fields.text("type");
        if (type != null && !TYPES_WITH_TEXT.contains(type)) {
            return new JsonItems.Reading.Withheld("its type is " + type + ", not text");
        }
        String headline = main(fields, "headlines", "headline");
        if (headline == null) {
            headline = fields.text("title");
        }
        if (headline == null) {
            throw new ItemFaultException("headline is missing");
        }
        return new JsonItems.Reading.Item(new RawItem(
                fields.text("uri"),
                headline,
                body(fields),
                source(fields),
                null,
                first(fields, "byline", "by"),
                fields.text("language"),
                date(fields)));
    }

    /** The text, else the summary: a headline alone tells less. */
    private static @Nullable String body(Fields fields) throws ItemFaultException {
        Optional<String> body = text(fields, "bodies", "body_");
        return (body.isPresent() ? body : text(fields, "descriptions", "description_")).orElse(null);
    }

    private static Optional<String> text(Fields fields, String array, String prefix) throws ItemFaultException {
        List<Fields> parts = fields.objects(array);
        for (Fields part : parts) {
            String type = first(part, "contenttype", "contentType");
            if (type == null || type.equals("text/plain")) {
                return Optional.ofNullable(part.text("value"));
            }
        }
        for (Fields part : parts) {
            String type = first(part, "contenttype", "contentType");
            if (type != null && type.contains("html")) {
                return Optional.ofNullable(part.text("value")).map(Html::text);
            }
        }
        String plain = fields.text(prefix + "text");
        if (plain != null) {
            return Optional.of(plain);
        }
        return fields.firstTextWithPrefix(prefix).map(Html::text);
    }

    private static @Nullable String main(Fields fields, String array, String single) throws ItemFaultException {
        List<Fields> headlines = fields.objects(array);
        for (Fields headline : headlines) {
            if ("main".equals(headline.text("role"))) {
                return headline.text("value");
            }
        }
        return headlines.isEmpty() ? fields.text(single) : headlines.get(0).text("value");
    }

    private static @Nullable String source(Fields fields) throws ItemFaultException {
        for (String name : List.of("infosource", "infosources", "infoSources")) {
            for (Fields source : fields.objects(name)) {
                String text = source.text("name");
                if (text != null) {
                    return text;
                }
            }
        }
        return first(fields, "copyrightholder", "copyrightHolder");
    }

    private static @Nullable RawDate date(Fields fields) throws ItemFaultException {
        for (String name : List.of("firstcreated", "firstCreated", "versioncreated", "versionCreated")) {
            RawDate date = fields.date(name);
            if (date != null) {
                return date;
            }
        }
        return null;
    }

    private static @Nullable String first(Fields fields, String... names) throws ItemFaultException {
        for (String name : names) {
            String text = fields.text(name);
            if (text != null) {
                return text;
            }
        }
        return null;
    }
}
