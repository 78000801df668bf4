package io.geowire.ingest.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.ingest.item.ItemFaultException;
import io.geowire.ingest.item.RawItem;

/** Tells which kind of news item a JSON object is and reads it. */
public final class JsonItems {
    private JsonItems() {}

    /** What a JSON value is read as. */
    public sealed interface Reading {
        /** An item to publish. */
        record Item(RawItem item) implements Reading {}

        /** An item that its provider does not want published, or that has no text. */
        record Withheld(String reason) implements Reading {}
    }

    /**
     * Reads one JSON value.
     *
     * @throws ItemFaultException if it is no object, or a field has the wrong type
     */
    public static Reading read(JsonNode value) throws ItemFaultException {
        if (!value.isObject()) {
            throw new ItemFaultException("an object is needed, this is " + Fields.kind(value));
        }
        Fields fields = Fields.of(value);
        return Ninjs.isNinjs(fields) ? Ninjs.read(fields) : new Reading.Item(PlainJson.read(fields));
    }
}
