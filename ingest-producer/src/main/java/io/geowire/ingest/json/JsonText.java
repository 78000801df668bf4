package io.geowire.ingest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Parses one JSON value, strictly (RFC 8259) and within limits. */
public final class JsonText {
    private static final int MAX_NESTING = 100;

    private static final ObjectReader READER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .build()
            .reader();

    private JsonText() {}

    /** A text that is no JSON value. */
    public static final class JsonFaultException extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;

        private JsonFaultException(String reason, int line) {
            super(reason);
            this.line = line;
        }

        /** The reason, in one line. */
        public String reason() {
            return String.valueOf(getMessage());
        }

        /** Line inside the text where the fault lies, from 1. */
        public int line() {
            return line;
        }
    }

    /**
     * Parses a text that holds one value and nothing else.
     *
     * @throws JsonFaultException if it does not
     */
    public static JsonNode parse(String json) throws JsonFaultException {
        try {
            return READER.readTree(json);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            throw new JsonFaultException(reason(e), line);
        }
    }

    private static String reason(JsonProcessingException e) {
        if (e instanceof JsonEOFException) {
            return "broken JSON: it ends in the middle of a value";
        }
        int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
        String detail = firstSentence(e.getOriginalMessage());
        if (e instanceof StreamConstraintsException) {
            return "JSON beyond the limits: " + detail;
        }
        if (e instanceof MismatchedInputException) {
            return detail.startsWith("Duplicate field")
                    ? "a field is there twice: " + detail
                    : "one JSON value is needed: " + detail;
        }
        return "broken JSON at character %d: %s".formatted(column, detail);
    }

    private static String firstSentence(String message) {
        String line = message.replaceAll("\\s*\\(for (?:Object|Array) starting at[^)]*\\)", "");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
