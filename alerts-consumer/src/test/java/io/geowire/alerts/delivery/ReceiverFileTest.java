package io.geowire.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.alerts.watch.KnownTopics;
import io.geowire.alerts.watch.Watch;
import io.geowire.events.Severity;
import io.geowire.service.yaml.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverFileTest {
    private static final String KEY = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OLD_KEY = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

    private static final Map<String, String> VARIABLES = Map.of(
            "DESK_SECRET",
            KEY,
            "SHORT",
            "whsec_c2hvcnQ=",
            "PLAIN",
            "hunter2hunter2hunter2",
            "EMPTY",
            " ",
            "TEAM_URL",
            "https://hooks.example/T0/s3cr3t",
            "BAD_URL",
            "ftp://hooks.example/s3cr3t",
            "SPLIT",
            "a\r\nX-Evil: 1");
    private static final Map<String, String> FILES = Map.of("old.key", OLD_KEY + "\n", "token", "Bearer t0k3n\n");

    private static final SecretSource SECRETS = new SecretSource() {
        @Override
        public Optional<String> variable(String name) {
            return Optional.ofNullable(VARIABLES.get(name));
        }

        @Override
        public String file(String path) throws IOException {
            if (!FILES.containsKey(path)) {
                throw new IOException("there is no such file");
            }
            return FILES.get(path);
        }
    };

    @Test
    void readsEveryField() {
        ReceiverFile file = parse("""
                receivers:
                  - name: desk
                    url: http://127.0.0.1:9099/hook?a=b
                    format: standard-webhooks
                    secretEnv: [DESK_SECRET]
                    secretFile: old.key
                    headers: {X-Team: desk, Authorization: {file: token}, X-Old: {env: PLAIN}}
                    timeout: PT5S
                    rate: 30/min
                    severities: [high, critical]
                    watches: [new-start]
                    topics: [arms-control, energy]
                    events: [raised]
                    allowHttp: true
                    allowPrivate: true
                    giveUpAfter: PT2H
                """);

        assertThat(file.faults()).isEmpty();
        assertThat(file.receivers())
                .containsExactly(new Receiver(
                        "desk",
                        URI.create("http://127.0.0.1:9099/hook?a=b"),
                        Format.STANDARD_WEBHOOKS,
                        List.of(SigningSecret.of(KEY), SigningSecret.of(OLD_KEY)),
                        Map.of(
                                "X-Team",
                                new Secret("desk"),
                                "Authorization",
                                new Secret("Bearer t0k3n"),
                                "X-Old",
                                new Secret("hunter2hunter2hunter2")),
                        Duration.ofSeconds(5),
                        RateLimit.perMinute(30),
                        new Filter(
                                Set.of(Severity.HIGH, Severity.CRITICAL),
                                Set.of("new-start"),
                                Set.of("arms-control", "energy"),
                                Set.of(Occasion.RAISED)),
                        true,
                        true,
                        Duration.ofHours(2)));
    }

    @Test
    void whatIsLeftOutHasDefaults() {
        ReceiverFile file = parse("receivers:\n  - {name: a, url: 'https://d.example', secretEnv: DESK_SECRET}\n"
                + "  - {name: b, urlEnv: TEAM_URL, format: slack}");

        assertThat(file.faults()).isEmpty();
        assertThat(file.receivers())
                .containsExactly(
                        receiver("a", "https://d.example", Format.STANDARD_WEBHOOKS, List.of(SigningSecret.of(KEY))),
                        receiver("b", "https://hooks.example/T0/s3cr3t", Format.SLACK, List.of()));
    }

    private static Receiver receiver(String name, String url, Format format, List<SigningSecret> secrets) {
        return new Receiver(
                name,
                URI.create(url),
                format,
                secrets,
                Map.of(),
                Duration.ofSeconds(20),
                format.defaultRate(),
                Filter.ALL,
                false,
                false,
                Duration.ofDays(6));
    }

    @Test
    void everyFaultIsToldAtOnceInOrderOfTheFile() {
        ReceiverFile file = parse("""
                receivers:
                  - name: desk
                    url: http://d.example/
                    secret: whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
                  - name: desk
                    url: https://d.example/
                    secretEnv: NOT_THERE
                    timout: PT3S
                    severities: [hihg]
                  - url: https://d.example/
                    format: slak
                """);

        assertThat(file.faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "r.yaml:2: receiver 'desk': standard-webhooks are signed: secretEnv or secretFile must name a"
                                + " secret, 'whsec_' and 24 to 64 bytes in Base64",
                        "r.yaml:3: receiver 'desk': url: must begin with https://; 'allowHttp: true' allows http://",
                        "r.yaml:4: receiver 'desk': secret: a secret does not belong into this file; put it into an"
                                + " environment variable or a file of its own, and name that in secretEnv or secretFile",
                        "r.yaml:5: receiver 'desk': name: the receiver in line 2 has the same",
                        "r.yaml:7: receiver 'desk': secretEnv: the environment variable NOT_THERE is not set",
                        "r.yaml:8: receiver 'desk': timout: unknown field; did you mean 'timeout'?",
                        "r.yaml:9: receiver 'desk': severities: unknown severity 'hihg'; did you mean 'high'?",
                        "r.yaml:10: receiver #3: name: is missing",
                        "r.yaml:10: receiver #3: standard-webhooks are signed: secretEnv or secretFile must name a"
                                + " secret, 'whsec_' and 24 to 64 bytes in Base64",
                        "r.yaml:11: receiver #3: format: unknown format 'slak'; did you mean 'slack'?");
        assertThat(file.receivers()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource
    void faultOfAReceiverNamesLineReceiverAndField(String fields, String fault) {
        String yaml = "receivers:\n  - name: r\n    format: cloudevents\n    " + fields.replace("\n", "\n    ")
                + (fields.contains("url") ? "" : "\n    url: https://d.example/");

        assertThat(parse(yaml).faults())
                .extracting(Fault::toString)
                .containsExactly("r.yaml:4: receiver 'r': " + fault);
        assertThat(parse(yaml).receivers()).isEmpty();
    }

    static Stream<Arguments> faultOfAReceiverNamesLineReceiverAndField() {
        String whole = "; a secret is 'whsec_' and 24 to 64 bytes in Base64";
        return Stream.of(
                Arguments.of("secretEnv: SHORT", "secretEnv: the secret in SHORT has 5 bytes" + whole),
                Arguments.of("secretEnv: PLAIN", "secretEnv: the secret in PLAIN does not begin with 'whsec_'" + whole),
                Arguments.of("secretEnv: EMPTY", "secretEnv: the environment variable EMPTY is empty"),
                Arguments.of(
                        "secretEnv: " + KEY,
                        "secretEnv: must be the name of an environment variable: letters, digits and underscores"),
                Arguments.of("secretFile: " + KEY, "secretFile: must be the path of a file, not the secret itself"),
                Arguments.of(
                        "secretFile: [none.key]",
                        "secretFile: the file none.key cannot be read: there is no such file"),
                Arguments.of("secretEnv: {a: b}", "secretEnv: must be a list, such as [one, two]"),
                Arguments.of("url: hooks.example/x", "url: must begin with https://"),
                Arguments.of("url: 'ftp://hooks.example/'", "url: must begin with https://"),
                Arguments.of("url: 'https://'", "url: is no URL: Expected authority at character 9"),
                Arguments.of(
                        "url: 'https:opaque'",
                        "url: has no host that is valid: letters, digits, hyphens and dots, or an IP address"),
                Arguments.of("url: 'https://a b/'", "url: is no URL: Illegal character in authority at character 9"),
                Arguments.of(
                        "url: 'https://user:pw@d.example/'",
                        "url: must not hold a user name or password; send them in headers, from an environment variable"),
                Arguments.of(
                        "url: 'https://my_host/'",
                        "url: has no host that is valid: letters, digits, hyphens and dots, or an IP address"),
                Arguments.of("url: 'https://d.example:70000/'", "url: has port 70000; allowed are 1 to 65535"),
                Arguments.of("url: 'https://d.example/#x'", "url: must not have a fragment (#)"),
                Arguments.of(
                        "urlEnv: TEAM_URL\nurl: https://d.example/",
                        "urlEnv: stands beside url; one of them is enough"),
                Arguments.of("urlEnv: BAD_URL", "urlEnv: must begin with https://"),
                Arguments.of("timeout: 5s", "timeout: '5s' is not a duration from PT1S to PT1M, such as PT30S"),
                Arguments.of("timeout: PT61S", "timeout: 'PT61S' is not a duration from PT1S to PT1M, such as PT30S"),
                Arguments.of("timeout: PT0.5S", "timeout: 'PT0.5S' is not a duration from PT1S to PT1M, such as PT30S"),
                Arguments.of(
                        "giveUpAfter: P8D", "giveUpAfter: 'P8D' is not a duration from PT1S to PT168H, such as PT30S"),
                Arguments.of(
                        "rate: 0/s", "rate: must be deliveries a second or a minute, 1 to 1000, such as 5/s or 30/min"),
                Arguments.of(
                        "rate: 5", "rate: must be deliveries a second or a minute, 1 to 1000, such as 5/s or 30/min"),
                Arguments.of(
                        "severities: [unknown]",
                        "severities: unknown severity 'unknown'; allowed: low, medium, high, critical"),
                Arguments.of("severities: []", "severities: is empty; leave it out to have all"),
                Arguments.of(
                        "topics: [arms-controll]",
                        "topics: unknown topic 'arms-controll'; did you mean 'arms-control'?"),
                Arguments.of("watches: [new-strat]", "watches: unknown watch 'new-strat'; did you mean 'new-start'?"),
                Arguments.of("events: [closed]", "events: unknown event 'closed'; allowed: raised, updated"),
                Arguments.of("allowHttp: 'yes'", "allowHttp: 'yes' is not true or false"),
                Arguments.of("headers: [a]", "headers: must be a mapping of names to values, such as {X-Team: desk}"),
                Arguments.of("headers: {Host: x}", "headers: Host is set by Geowire itself"),
                Arguments.of("headers: {Webhook-Id: x}", "headers: Webhook-Id is set by Geowire itself"),
                Arguments.of("headers: {Content-Length: 1}", "headers: Content-Length is set by Geowire itself"),
                Arguments.of("headers: {X-A: 1, x-a: 2}", "headers: x-a is there twice"),
                Arguments.of("headers: {'X A': 1}", "headers: 'X A' is no name of a header"),
                Arguments.of("headers: {\"X\\r\\nY\": 1}", "headers: 'X Y' is no name of a header"),
                Arguments.of(
                        "headers: {X-A: \"b\\r\\nX-Evil: 1\"}",
                        "headers: the value of X-A has a character that is not allowed: only printable ASCII is"),
                Arguments.of(
                        "headers: {X-A: {env: SPLIT}}",
                        "headers: the value of X-A has a character that is not allowed: only printable ASCII is"),
                Arguments.of(
                        "headers: {X-A: {env: NOT_THERE}}", "headers: the environment variable NOT_THERE is not set"),
                Arguments.of(
                        "headers: {X-A: {evn: PLAIN}}", "headers: X-A must be a text, {env: NAME} or {file: PATH}"),
                Arguments.of("headers: {X-A: }", "headers: the value of X-A is empty"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "url: 'https://hooks.example/s3cr3t path'",
                "url: 'http://hooks.example/s3cr3t'",
                "url: 'https://hooks.example:0/s3cr3t'",
                "urlEnv: BAD_URL"
            })
    void noFaultQuotesAUrlWhosePathMayBeASecret(String field) {
        ReceiverFile file = parse("receivers:\n  - name: r\n    format: slack\n    " + field);

        assertThat(file.faults()).hasSize(1).first().asString().doesNotContain("s3cr3t");
    }

    @Test
    void aWatchThatNamesAReceiverThatIsNotThereIsAFault() {
        Watch watch = new Watch(
                "new-start",
                "n",
                io.geowire.alerts.watch.Severity.LOW,
                "start",
                List.of(),
                List.of(),
                List.of(),
                1,
                List.of("desk", "dsek"));

        ReceiverFile file = ReceiverFile.parse(
                "r.yaml",
                "receivers: [{name: desk, url: 'https://d.example', format: teams}]".getBytes(StandardCharsets.UTF_8),
                SECRETS,
                List.of(watch),
                KnownTopics.SHIPPED);

        assertThat(file.faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "r.yaml:1: watch 'new-start' names the receiver 'dsek', which is not here; did you mean 'desk'?");
    }

    @Test
    void anyWatchMayBeNamedWhenTheyAreNotKnown() {
        ReceiverFile file = ReceiverFile.parse(
                "r.yaml",
                "receivers: [{name: desk, url: 'https://d.example', format: teams, watches: [any]}]"
                        .getBytes(StandardCharsets.UTF_8),
                SECRETS,
                null,
                KnownTopics.SHIPPED);

        assertThat(file.faults()).isEmpty();
    }

    @Test
    void anchorsAndTagsAreRefused() {
        assertThat(parse("receivers:\n  - &a {name: r}\n  - !x {name: s}").faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "r.yaml:2: anchors and aliases (& and *) are not allowed; quote a text that begins so",
                        "r.yaml:3: tags (!) are not allowed; quote a text that begins so");
    }

    @Test
    void aFileWithoutReceiversSaysSo() {
        assertThat(parse("").faults())
                .extracting(Fault::toString)
                .containsExactly("r.yaml:1: the file is empty; without any receiver it is 'receivers: []'");
        assertThat(parse("receivers: []").faults()).isEmpty();
    }

    private static ReceiverFile parse(String yaml) {
        Watch known = new Watch(
                "new-start",
                "n",
                io.geowire.alerts.watch.Severity.LOW,
                "start",
                List.of(),
                List.of(),
                List.of(),
                1,
                List.of());
        return ReceiverFile.parse(
                "r.yaml", yaml.getBytes(StandardCharsets.UTF_8), SECRETS, List.of(known), KnownTopics.SHIPPED);
    }
}
