package io.geowire.standalone.registry;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the action for a method and a path. */
final class Router {
    private final List<Route> routes = new ArrayList<>();

    /** Answers a request with an object that is written as JSON. */
    interface Action {
        Object answer(Request request);
    }

    /** An action and the variable parts of the path that led to it. */
    record Match(Action action, Map<String, String> path) {}

    /** @param pattern a path in which {@code {name}} stands for any one segment */
    Router on(String method, String pattern, Action action) {
        routes.add(new Route(method, segments(pattern), action));
        return this;
    }

    /**
     * @param rawPath path with its percent-encoding
     * @throws RegistryFault 404 if no route has the path, 405 if one has but not for the method
     */
    Match match(String method, String rawPath) {
        List<String> segments = segments(rawPath).stream().map(Router::decode).toList();
        Set<String> allowed = new TreeSet<>();
        for (Route route : routes) {
            Optional<Map<String, String>> path = route.match(segments);
            if (path.isPresent() && route.method.equals(method)) {
                return new Match(route.action, path.get());
            }
            path.ifPresent(p -> allowed.add(route.method));
        }
        if (allowed.isEmpty()) {
            throw RegistryFault.http(404, "HTTP 404 Not Found");
        }
        throw RegistryFault.methodNotAllowed(String.join(", ", allowed));
    }

    private static List<String> segments(String path) {
        return Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
    }

    /** Other than in a query, a plus stands for itself. */
    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private record Route(String method, List<String> pattern, Action action) {
        Optional<Map<String, String>> match(List<String> segments) {
            if (segments.size() != pattern.size()) {
                return Optional.empty();
            }
            Map<String, String> path = new LinkedHashMap<>();
            for (int i = 0; i < segments.size(); i++) {
                String expected = pattern.get(i);
                if (expected.startsWith("{")) {
                    path.put(expected.substring(1, expected.length() - 1), segments.get(i));
                } else if (!expected.equals(segments.get(i))) {
                    return Optional.empty();
                }
            }
            return Optional.of(path);
        }
    }
}
