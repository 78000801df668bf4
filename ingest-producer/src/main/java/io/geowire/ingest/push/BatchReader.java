package io.geowire.ingest.push;

import com.fasterxml.jackson.databind.JsonNode;
import io.geowire.ingest.item.ItemFaultException;
import io.geowire.ingest.json.JsonItems;
import io.geowire.ingest.json.JsonText;
import io.geowire.ingest.normalise.Arrival;
import io.geowire.ingest.normalise.BackfillRule;
import io.geowire.ingest.normalise.LanguageRule;
import io.geowire.ingest.normalise.Normaliser;
import io.geowire.ingest.read.JsonPieces;
import io.geowire.ingest.read.Utf8;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes articles of the body of a request. */
final class BatchReader {
    /** Stands where items of files have the name of their file. */
    static final String ORIGIN = "push";

    private final int maxItems;
    private final int maxItemBytes;
    private final LanguageRule languages;

    BatchReader(int maxItems, int maxItemBytes, LanguageRule languages) {
        this.maxItems = maxItems;
        this.maxItemBytes = maxItemBytes;
        this.languages = languages;
    }

    /**
     * The items in their order, at least one.
     *
     * @param backfill which articles are marked as back-fill
     * @throws ProblemException if the body as a whole is broken, holds nothing, or holds too much
     */
    List<PushedItem> read(byte[] utf8, boolean lines, BackfillRule backfill, Instant now) {
        List<PushedItem> items = new ArrayList<>();
        Optional<String> fault = cut(utf8, lines, piece -> {
            if (items.size() == maxItems) {
                throw new ProblemException(
                        413, String.format(Locale.ROOT, "more than %,d items in one request", maxItems));
            }
            items.add(item(items.size(), piece, backfill, now));
        });
        if (fault.isPresent()) {
            throw new ProblemException(400, fault.get());
        }
        if (items.isEmpty()) {
            throw new ProblemException(400, "the body holds no item");
        }
        return items;
    }

    private Optional<String> cut(byte[] utf8, boolean lines, Consumer<JsonPieces.Piece> sink) {
        ByteArrayInputStream in = new ByteArrayInputStream(utf8);
        try {
            if (lines) {
                JsonPieces.ofLines(in, maxItemBytes, sink);
                return Optional.empty();
            }
            return JsonPieces.ofDocument(in, maxItemBytes, sink);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be read", e);
        }
    }

    private PushedItem item(int index, JsonPieces.Piece piece, BackfillRule backfill, Instant now) {
        if (piece.tooLarge()) {
            return refused(
                    index, null, 413, String.format(Locale.ROOT, "an item of more than %,d bytes", maxItemBytes));
        }
        String text = Utf8.decode(piece.bytes());
        String fault = Utf8.fault(piece.bytes(), text);
        if (fault != null) {
            return refused(index, null, 400, fault);
        }
        JsonNode value;
        try {
            value = JsonText.parse(text);
        } catch (JsonText.JsonFaultException e) {
            return refused(index, null, 400, e.reason());
        }
        return item(index, value, backfill, now);
    }

    private PushedItem item(int index, JsonNode value, BackfillRule backfill, Instant now) {
        String inputId = inputId(value);
        try {
            JsonItems.Reading reading = JsonItems.read(value);
            if (reading instanceof JsonItems.Reading.Item item) {
                Normaliser.Normalised normalised =
                        languages.settle(Normaliser.normalise(item.item(), new Arrival(ORIGIN, null, now)));
                return new PushedItem.Accepted(index, backfill.mark(normalised.article()), normalised.warnings());
            }
            return new PushedItem.Skipped(index, inputId, ((JsonItems.Reading.Withheld) reading).reason());
        } catch (ItemFaultException e) {
            return refused(index, inputId, 422, e.reason());
        }
    }

    /** So that a caller finds an item that was refused. */
    private static @Nullable String inputId(JsonNode value) {
        for (String name : List.of("id", "uri")) {
            JsonNode id = value.get(name);
            if (id != null && (id.isTextual() || id.isNumber())) {
                return id.asText();
            }
        }
        return null;
    }

    private static PushedItem refused(int index, @Nullable String inputId, int status, String detail) {
        return new PushedItem.Refused(index, inputId, new Problem(status, detail));
    }
}
