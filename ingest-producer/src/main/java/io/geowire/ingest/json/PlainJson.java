package io.geowire.ingest.json;

import io.geowire.ingest.item.ItemFaultException;
import io.geowire.ingest.item.RawItem;

/**
 * Geowire's own JSON: {@code id} (string or number), {@code title}, {@code body}, {@code source}, {@code url}, {@code
 * publishedAt} (string or number), {@code byline}, {@code language}. Only {@code title} is required. Other fields are
 * ignored.
 */
final class PlainJson {
    private PlainJson() {}

    static RawItem read(Fields fields) throws ItemFaultException {
        return new RawItem(
                fields.textOrNumber("id"),
                fields.text("title"),
                fields.text("body"),
                fields.text("source"),
                fields.text("url"),
                fields.text("byline"),
                fields.text("language"),
                fields.date("publishedAt"));
    }
}
