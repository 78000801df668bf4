package io.geowire.ingest.read;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.ingest.item.Excerpt;
import io.geowire.ingest.item.ItemFaultException;
import io.geowire.ingest.item.Origin;
import io.geowire.ingest.item.ReadResult;
import io.geowire.ingest.json.JsonItems;
import io.geowire.ingest.json.JsonText;

/** Reads the bytes of one JSON value as an item. */
final class JsonPiece {
    private JsonPiece() {}

    /** The item, or its fault at the line where it lies. {@code origin} is where the value begins. */
    static ReadResult read(Origin origin, byte[] bytes) {
        String text = Utf8.decode(bytes);
        String fault = Utf8.fault(bytes, text);
        if (fault != null) {
            return new ReadResult.Fault(origin, fault, Excerpt.of(bytes));
        }
        try {
            JsonNode value = JsonText.parse(text);
            JsonItems.Reading reading = JsonItems.read(value);
            return reading instanceof JsonItems.Reading.Item item
                    ? new ReadResult.Item(origin, item.item(), Excerpt.of(bytes))
                    : new ReadResult.Skipped(origin, ((JsonItems.Reading.Withheld) reading).reason());
        } catch (JsonText.JsonFaultException e) {
            Origin place = new Origin(origin.file(), origin.line() + e.line() - 1);
            return new ReadResult.Fault(place, e.reason(), Excerpt.of(bytes));
        } catch (ItemFaultException e) {
            return new ReadResult.Fault(origin, e.reason(), Excerpt.of(bytes));
        }
    }
}
