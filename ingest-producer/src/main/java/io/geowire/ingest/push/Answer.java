package io.geowire.ingest.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * What a request is answered with.
 *
 * @param headers beside those that follow from the other two
 */
record Answer(int status, String mediaType, ObjectNode body, Map<String, String> headers) {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    Answer {
        headers = Map.copyOf(headers);
    }

    static Answer of(ProblemException e) {
        return new Answer(e.problem().status(), Problem.MEDIA_TYPE, json(e.problem()), e.headers());
    }

    /** 202 if there is an item that is not refused; else a problem of all, of 400 if none could even be parsed. */
    static Answer of(List<PushedItem> items) {
        List<Problem> problems = items.stream()
                .filter(PushedItem.Refused.class::isInstance)
                .map(item -> ((PushedItem.Refused) item).problem())
                .toList();
        if (problems.size() < items.size()) {
            ObjectNode body = NODES.objectNode();
            body.put("accepted", count(items, PushedItem.Accepted.class));
            body.put("refused", problems.size());
            body.put("skipped", count(items, PushedItem.Skipped.class));
            body.set("items", json(items));
            return new Answer(202, "application/json", body, Map.of());
        }
        int status = problems.stream().mapToInt(Problem::status).distinct().count() == 1
                ? problems.get(0).status()
                : 422;
        String detail = items.size() == 1
                ? problems.get(0).detail()
                : "none of the %d items could be taken".formatted(items.size());
        ObjectNode body = json(new Problem(status, detail));
        body.set("items", json(items));
        return new Answer(status, Problem.MEDIA_TYPE, body, Map.of());
    }

    byte[] bytes() {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a tree can always be written", e);
        }
    }

    private static long count(List<PushedItem> items, Class<? extends PushedItem> kind) {
        return items.stream().filter(kind::isInstance).count();
    }

    private static ArrayNode json(List<PushedItem> items) {
        ArrayNode array = NODES.arrayNode();
        items.forEach(item -> array.add(json(item)));
        return array;
    }

    private static ObjectNode json(PushedItem item) {
        ObjectNode node = NODES.objectNode();
        node.put("index", item.index());
        node.put("inputId", item.inputId());
        if (item instanceof PushedItem.Accepted accepted) {
            node.put("status", "accepted");
            node.put("articleId", accepted.article().getId());
            ArrayNode notes = node.putArray("notes");
            accepted.notes().forEach(notes::add);
        } else if (item instanceof PushedItem.Skipped skipped) {
            node.put("status", "skipped");
            node.putArray("notes").add(skipped.reason());
        } else if (item instanceof PushedItem.Refused refused) {
            node.put("status", "refused");
            node.set("problem", json(refused.problem()));
        }
        return node;
    }

    private static ObjectNode json(Problem problem) {
        ObjectNode node = NODES.objectNode();
        node.put("type", "about:blank");
        node.put("title", problem.title());
        node.put("status", problem.status());
        node.put("detail", problem.detail());
        return node;
    }
}
