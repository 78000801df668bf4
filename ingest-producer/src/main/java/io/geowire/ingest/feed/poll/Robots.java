package io.geowire.ingest.feed.poll;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.geowire.service.net.OutboundResponse;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What sites allow robots to fetch (RFC 9309), remembered for a day. Safe for use by many threads. */
final class Robots {
    private static final String NAME = "geowire";
    private static final int MAX_BYTES = 512_000;
    private static final int MAX_SITES = 1_000;
    private static final int OK = 200;
    private static final Duration REMEMBERED = Duration.ofHours(24);

    private final Web web;
    private final Clock clock;
    private final SimpleRobotRulesParser parser = new SimpleRobotRulesParser();
    private final Map<String, Known> sites = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > MAX_SITES;
        }
    };

    private record Known(BaseRobotRules rules, Instant until) {}

    Robots(Web web, Clock clock) {
        this.web = web;
        this.clock = clock;
    }

    /** Whether a page may be fetched. Not if the site's robots.txt cannot be had because its server fails. */
    boolean allow(URI page, boolean allowPrivate) {
        String site = page.getScheme().toLowerCase(Locale.ROOT) + "://" + page.getRawAuthority();
        Known known;
        synchronized (sites) {
            known = sites.get(site);
        }
        if (known == null || known.until.isBefore(clock.instant())) {
            known = new Known(
                    ask(URI.create(site + "/robots.txt"), allowPrivate),
                    clock.instant().plus(REMEMBERED));
            synchronized (sites) {
                sites.put(site, known);
            }
        }
        return known.rules.isAllowed(page.toString());
    }

    private BaseRobotRules ask(URI robots, boolean allowPrivate) {
        try {
            OutboundResponse response =
                    web.get(robots, url -> Map.of(), MAX_BYTES, allowPrivate).response();
            return response.status() == OK
                    ? parser.parseContent(
                            robots.toString(),
                            response.body(),
                            response.header("content-type").orElse("text/plain"),
                            List.of(NAME))
                    : parser.failedFetch(response.status());
        } catch (FetchException e) {
            return parser.failedFetch(503);
        }
    }
}
