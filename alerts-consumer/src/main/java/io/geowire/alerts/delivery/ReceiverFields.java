package io.geowire.alerts.delivery;

import io.geowire.alerts.watch.KnownTopics;
import io.geowire.events.Severity;
import io.geowire.service.yaml.Faults;
import io.geowire.service.yaml.FieldNodes;
import io.geowire.service.yaml.Suggestion;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads one receiver and tells everything that is wrong with it. */
final class ReceiverFields {
    private static final int MAX_TEXT = 200;
    private static final int MAX_LIST = 1_000;
    private static final int MAX_SECRETS = 5;
    private static final Duration MIN_GIVE_UP_AFTER = Duration.ofSeconds(1);

    /** The log of alerts keeps every revision for so long. */
    private static final Duration MAX_GIVE_UP_AFTER = Duration.ofDays(7);

    private static final Pattern RATE = Pattern.compile("([0-9]{1,9})/(s|min)");

    private static final List<String> NAMES = List.of(
            "name",
            "url",
            "urlEnv",
            "urlFile",
            "format",
            "secretEnv",
            "secretFile",
            "headers",
            "timeout",
            "rate",
            "severities",
            "watches",
            "topics",
            "events",
            "allowHttp",
            "allowPrivate",
            "giveUpAfter");

    private final FieldNodes fields;
    private final String label;
    private final SecretTexts texts;
    private final @Nullable List<String> watches;
    private final KnownTopics knownTopics;

    /**
     * @param number of the receiver in the file, from 1
     * @param linesOfNames names of the receivers before, to which this one's is added
     * @param watches ids of those there are; null if they are not known
     * @param topics that its filter may name
     */
    ReceiverFields(
            MappingNode mapping,
            int number,
            Map<String, Integer> linesOfNames,
            SecretSource secrets,
            @Nullable List<String> watches,
            KnownTopics topics,
            Faults faults) {
        Optional<ScalarNode> name = FieldNodes.scalar(mapping, "name")
                .filter(node -> Receiver.isName(node.getValue().strip()));
        label = name.map(node -> node.getValue().strip()).orElse("#" + number);
        fields = new FieldNodes(
                mapping, name.isPresent() ? "receiver '" + label + "'" : "receiver " + label, NAMES, ADVICE, faults);
        texts = new SecretTexts(fields, secrets);
        this.watches = watches;
        this.knownTopics = topics;
        name.ifPresent(node -> {
            Integer line = linesOfNames.putIfAbsent(label, Faults.line(node));
            if (line != null) {
                fields.fault("name", "the receiver in line " + line + " has the same");
            }
        });
    }

    /** What to say of a field that there is not, instead of a guess at what was meant. */
    private static final Map<String, String> ADVICE = Map.of(
            "secret",
            "a secret does not belong into this file; put it into an environment variable or a file of its own, and"
                    + " name that in secretEnv or secretFile");

    /** The receiver, if it is without fault. */
    Optional<Receiver> receiver() {
        checkName();
        Format format = format();
        boolean allowHttp = fields.flag("allowHttp");
        URI url = new UrlField(fields, texts).url(allowHttp);
        List<SigningSecret> secrets = secrets(format);
        Map<String, Secret> headers = new HeaderFields(fields, texts).headers();
        Duration timeout = fields.duration("timeout", Receiver.MIN_TIMEOUT, Receiver.MAX_TIMEOUT)
                .orElse(Receiver.DEFAULT_TIMEOUT);
        RateLimit rate = rate(format);
        Filter filter = filter();
        boolean allowPrivate = fields.flag("allowPrivate");
        Duration giveUpAfter = fields.duration("giveUpAfter", MIN_GIVE_UP_AFTER, MAX_GIVE_UP_AFTER)
                .orElse(Receiver.DEFAULT_GIVE_UP_AFTER);
        if (fields.isFaulty() || url == null) {
            return Optional.empty();
        }
        return Optional.of(new Receiver(
                label, url, format, secrets, headers, timeout, rate, filter, allowHttp, allowPrivate, giveUpAfter));
    }

    private void checkName() {
        String name = fields.text("name", MAX_TEXT);
        if (!fields.has("name")) {
            fields.fault("name", "is missing");
        } else if (name != null && !Receiver.isName(name)) {
            fields.fault("name", "'" + name + "' is not allowed: up to 64 lower-case letters, digits and hyphens");
        }
    }

    private Format format() {
        String name = fields.text("format", MAX_TEXT);
        if (name == null) {
            return Format.STANDARD_WEBHOOKS;
        }
        return Format.named(name).orElseGet(() -> {
            fields.fault("format", "unknown format '" + name + "'" + Suggestion.among(Format.names(), name));
            return Format.STANDARD_WEBHOOKS;
        });
    }

    private List<SigningSecret> secrets(Format format) {
        List<SigningSecret> secrets = new ArrayList<>();
        for (String field : List.of("secretEnv", "secretFile")) {
            for (SecretTexts.Named text : texts.of(field, fields.oneOrMore(field, MAX_SECRETS, SecretTexts.MAX_NAME))) {
                try {
                    secrets.add(SigningSecret.of(text.value().value()));
                } catch (IllegalArgumentException e) {
                    fields.fault(field, "the secret in " + text.name() + " " + e.getMessage());
                }
            }
        }
        if (format == Format.STANDARD_WEBHOOKS && !fields.has("secretEnv") && !fields.has("secretFile")) {
            fields.fault("standard-webhooks are signed: secretEnv or secretFile must name a secret, "
                    + SigningSecret.ALLOWED);
        } else if (format == Format.STANDARD_WEBHOOKS && secrets.isEmpty() && !fields.isFaulty()) {
            fields.fault(fields.has("secretEnv") ? "secretEnv" : "secretFile", "names no secret");
        }
        return secrets;
    }

    private RateLimit rate(Format format) {
        String rate = fields.text("rate", MAX_TEXT);
        if (rate == null) {
            return format.defaultRate();
        }
        Matcher parts = RATE.matcher(rate);
        if (parts.matches()) {
            int deliveries = Integer.parseInt(parts.group(1));
            if (deliveries >= 1 && deliveries <= RateLimit.MAX) {
                return parts.group(2).equals("s") ? RateLimit.perSecond(deliveries) : RateLimit.perMinute(deliveries);
            }
        }
        fields.fault(
                "rate", "must be deliveries a second or a minute, 1 to " + RateLimit.MAX + ", such as 5/s or 30/min");
        return format.defaultRate();
    }

    private Filter filter() {
        Map<String, Severity> severities = Arrays.stream(Severity.values())
                .filter(severity -> severity != Severity.UNKNOWN)
                .collect(Collectors.toMap(
                        severity -> severity.name().toLowerCase(Locale.ROOT),
                        Function.identity(),
                        (a, b) -> a,
                        LinkedHashMap::new));
        Map<String, Occasion> occasions = Arrays.stream(Occasion.values())
                .collect(Collectors.toMap(Occasion::toString, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        List<String> watchIds = list("watches");
        if (watches != null) {
            watchIds.forEach(id -> known("watches", "watch", watches, id));
        }
        List<String> topics = list("topics");
        topics.forEach(topic -> knownTopics.fault(topic).ifPresent(fault -> fields.fault("topics", fault)));
        Set<Severity> wanted = symbols("severities", "severity", severities);
        Set<Occasion> when = symbols("events", "event", occasions);
        return new Filter(
                wanted, Set.copyOf(watchIds), Set.copyOf(topics), when.isEmpty() ? Set.of(Occasion.values()) : when);
    }

    private <T> Set<T> symbols(String field, String noun, Map<String, T> allowed) {
        return list(field).stream()
                .filter(name -> known(field, noun, List.copyOf(allowed.keySet()), name))
                .map(allowed::get)
                .collect(Collectors.toSet());
    }

    /** An empty list would look like none and mean all. */
    private List<String> list(String field) {
        List<String> entries = fields.list(field, MAX_LIST, MAX_TEXT);
        if (fields.has(field) && entries.isEmpty() && !fields.isFaulty()) {
            fields.fault(field, "is empty; leave it out to have all");
        }
        return entries;
    }

    private boolean known(String field, String noun, List<String> allowed, String name) {
        if (allowed.contains(name)) {
            return true;
        }
        fields.fault(field, "unknown " + noun + " '" + name + "'" + Suggestion.among(allowed, name));
        return false;
    }
}
