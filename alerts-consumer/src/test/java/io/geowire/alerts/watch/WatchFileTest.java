package io.geowire.alerts.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.service.yaml.Fault;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WatchFileTest {
    @Test
    void readsEveryField() {
        WatchFile file = parse("""
                # a comment
                watches:
                  - id: new-start
                    name: New START treaty
                    severity: high
                    query: >-
                      "strategic arms"
                      OR warhead*
                    caseSensitive: ["New START", NO]
                    entities: [Q58217, Sergei Lavrov]
                    topics: [arms-control]
                    minSources: 2
                    receivers: [desk]
                  - {id: " b ", query: 2024}
                """);

        assertThat(file.faults()).isEmpty();
        assertThat(file.watches())
                .containsExactly(
                        new Watch(
                                "new-start",
                                "New START treaty",
                                Severity.HIGH,
                                "\"strategic arms\" OR warhead*",
                                List.of("New START", "NO"),
                                List.of("Q58217", "Sergei Lavrov"),
                                List.of("arms-control"),
                                2,
                                List.of("desk")),
                        new Watch("b", "b", Severity.MEDIUM, "2024", List.of(), List.of(), List.of(), 1, List.of()));
    }

    @Test
    void noWatchesIsAnAnswerWhenSaid() {
        assertThat(parse("watches: []")).isEqualTo(new WatchFile(List.of(), List.of()));
    }

    @Test
    void everyFaultIsToldAtOnceInOrderOfTheFile() {
        WatchFile file = parse("""
                watches:
                  - id: one
                    severity: hihg
                    query: oil and gas OR [a TO b]
                    minSources: many
                  - id: one
                    nmae: Two
                    caseSensitive: New START
                  - name: No id
                    query: oil
                    query: gas
                  - id: fine
                    query: oil
                  - id: empty
                """);

        assertThat(file.faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "w.yaml:3: watch 'one': severity: 'hihg' is none of low, medium, high, critical",
                        "w.yaml:4: watch 'one': query: column 5: 'and' is read as a word; write AND, or quote it",
                        "w.yaml:4: watch 'one': query: column 17: a range is not allowed",
                        "w.yaml:5: watch 'one': minSources: must be a whole number from 1 to 100",
                        "w.yaml:6: watch 'one': id: the watch in line 2 has the same",
                        "w.yaml:7: watch 'one': nmae: unknown field; did you mean 'name'?",
                        "w.yaml:8: watch 'one': caseSensitive: must be a list, such as [one, two]",
                        "w.yaml:9: watch #3: id: is missing",
                        "w.yaml:11: watch #3: query: is there twice",
                        "w.yaml:14: watch 'empty': asks for nothing; it needs query, caseSensitive, entities or topics");
        assertThat(file.watches()).extracting(Watch::id).containsExactly("fine");
    }

    @ParameterizedTest
    @MethodSource
    void faultOfAWatchNamesLineWatchAndField(String fields, String fault) {
        String yaml = "watches:\n  - id: w\n    query: oil\n    " + fields.replace("\n", "\n    ") + "\n";

        assertThat(parse(yaml).faults()).extracting(Fault::toString).containsExactly("w.yaml:" + fault);
        assertThat(parse(yaml).watches()).isEmpty();
    }

    static Stream<Arguments> faultOfAWatchNamesLineWatchAndField() {
        return Stream.of(
                Arguments.of("name: ''", "4: watch 'w': name: is empty"),
                Arguments.of("name: ~", "4: watch 'w': name: is empty"),
                Arguments.of("name: [a]", "4: watch 'w': name: must be a text"),
                Arguments.of("name: " + "n".repeat(201), "4: watch 'w': name: has 201 characters; allowed are 200"),
                Arguments.of("name: \"\\a\"", "4: watch 'w': name: has a control character"),
                Arguments.of(
                        "severity: urgent", "4: watch 'w': severity: 'urgent' is none of low, medium, high, critical"),
                Arguments.of("minSources: 0", "4: watch 'w': minSources: must be a whole number from 1 to 100"),
                Arguments.of("minSources: '2'", "4: watch 'w': minSources: must be a whole number from 1 to 100"),
                Arguments.of("minSources: 2.5", "4: watch 'w': minSources: must be a whole number from 1 to 100"),
                Arguments.of(
                        "minSources: 99999999999", "4: watch 'w': minSources: must be a whole number from 1 to 100"),
                Arguments.of(
                        "casesensitive: [a]",
                        "4: watch 'w': casesensitive: unknown field; did you mean 'caseSensitive'?"),
                Arguments.of(
                        "colour: red",
                        "4: watch 'w': colour: unknown field; allowed: id, name, severity, query, caseSensitive, entities,"
                                + " topics, minSources, receivers"),
                Arguments.of(
                        "? [a]\n: b",
                        "4: watch 'w': ?: unknown field; allowed: id, name, severity, query,"
                                + " caseSensitive, entities, topics, minSources, receivers"),
                Arguments.of("caseSensitive: ['...']", "4: watch 'w': caseSensitive: '...' has no letter or digit"),
                Arguments.of("caseSensitive:\n  - SALT\n  - [x]", "6: watch 'w': caseSensitive: must be a text"),
                Arguments.of("entities: {a: b}", "4: watch 'w': entities: must be a list, such as [one, two]"),
                Arguments.of("entities: [Q1, '']", "4: watch 'w': entities: is empty"),
                Arguments.of(
                        "entities: [" + "Q1, ".repeat(200) + "Q1]",
                        "4: watch 'w': entities: has 201 entries; allowed are 200"),
                Arguments.of(
                        "topics: [arms-controll]",
                        "4: watch 'w': topics: unknown topic 'arms-controll'; did you mean 'arms-control'?"),
                Arguments.of("receivers: desk", "4: watch 'w': receivers: must be a list, such as [one, two]"));
    }

    @ParameterizedTest
    @MethodSource
    void fileThatIsNoListOfWatchesIsRefused(String yaml, String fault) {
        assertThat(parse(yaml).faults()).extracting(Fault::toString).containsExactly("w.yaml:" + fault);
    }

    static Stream<Arguments> fileThatIsNoListOfWatchesIsRefused() {
        return Stream.of(
                Arguments.of("", "1: the file is empty; without any watch it is 'watches: []'"),
                Arguments.of("# nothing", "1: the file is empty; without any watch it is 'watches: []'"),
                Arguments.of("- id: a", "1: the file must begin with 'watches:' and a list below it"),
                Arguments.of("watches:", "1: watches: must be a list; without any watch it is 'watches: []'"),
                Arguments.of("watches: []\nwatches: []", "2: 'watches' is there twice"),
                Arguments.of("watches: []\nwatch: []", "2: unknown key 'watch'; did you mean 'watches'?"),
                Arguments.of("{}", "1: 'watches' is missing"),
                Arguments.of("watches:\n  - oil", "2: watch #1: must be a mapping of fields, such as 'id: …'"),
                Arguments.of(
                        "watches:\n  - id: A b\n    query: oil",
                        "2: watch #1: id: 'A b' is not allowed: up to 64 lower-case letters, digits and hyphens"),
                Arguments.of("watches: []\n---\nwatches: []", "2: a second document (---); a file of watches has one"),
                Arguments.of(
                        "watches:\n  - id: a\n    query: *oil",
                        "3: anchors and aliases (& and *) are not allowed; quote a text that begins so"),
                Arguments.of(
                        "watches:\n  - &a {id: a, query: oil}",
                        "2: anchors and aliases (& and *) are not allowed; quote a text that begins so"),
                Arguments.of(
                        "watches:\n  - !!java.net.URL {id: a}",
                        "2: tags (!) are not allowed; quote a text that begins so"),
                Arguments.of(
                        "watches:\n  - id: a\n    query: !oil",
                        "3: tags (!) are not allowed; quote a text that begins so"),
                Arguments.of(
                        "watches:\n  - id: a\n   query: oil",
                        "3: not YAML: while parsing a block collection: expected <block end>, but found '<block mapping start>'"),
                Arguments.of(
                        "watches:\n  - id: a\n    query: \"frozen assets\" OR oil",
                        "3: not YAML: while parsing a block mapping: expected <block end>, but found '<scalar>'"),
                Arguments.of("watches: \u0007", "1: not YAML: special characters are not allowed"));
    }

    @Test
    void aliasesCannotMakeASmallFileLarge() {
        String bomb = "a: &a [x,x,x,x,x,x,x,x]\n"
                + IntStream.range(0, 20)
                        .mapToObj(i -> "a" + i + ": [*a,*a,*a,*a,*a,*a,*a,*a]\n")
                        .collect(Collectors.joining());

        assertThat(parse(bomb).faults()).isNotEmpty();
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(parse("watches: " + "[".repeat(1_000_000)).faults())
                .extracting(Fault::toString)
                .containsExactly("w.yaml:1: nested more than 20 levels deep");
    }

    @Test
    void otherEncodingIsRefusedWithItsLine() {
        byte[] latin = "watches:\n  - id: a\n    query: Zürich\n".getBytes(StandardCharsets.ISO_8859_1);
        byte[] truncated = new byte[] {'#', (byte) 0xC3};

        assertThat(WatchFile.parse("w.yaml", latin, KnownTopics.SHIPPED).faults())
                .extracting(Fault::toString)
                .containsExactly("w.yaml:3: not UTF-8: byte 32 of the file");
        assertThat(WatchFile.parse("w.yaml", truncated, KnownTopics.SHIPPED).faults())
                .extracting(Fault::toString)
                .containsExactly("w.yaml:1: not UTF-8: byte 2 of the file");
    }

    @Test
    void byteOrderMarkIsIgnored() {
        assertThat(parse("\uFEFFwatches: []").faults()).isEmpty();
    }

    @Test
    void tooManyWatchesAreRefused() {
        String many = IntStream.rangeClosed(0, WatchFile.MAX_WATCHES)
                .mapToObj(i -> "  - {id: w" + i + ", query: oil}\n")
                .collect(Collectors.joining());

        assertThat(parse("watches:\n" + many).faults())
                .extracting(Fault::toString)
                .containsExactly("w.yaml:2: watches: has 10001 watches; allowed are 10000");
    }

    @Test
    void whatAFaultQuotesCannotMoveACursor() {
        assertThat(parse("watches: []\n\"a\\e[2J\\u202eb\": 1").faults())
                .extracting(Fault::reason)
                .containsExactly("unknown key 'a [2J b'; allowed: watches");
    }

    @Test
    void fieldOfAnyNameIsToldInOneShortLine() {
        String fault = parse("watches:\n  - {id: a, query: oil, \"b\\n\\e[31m" + "c".repeat(800) + "\": 1}")
                .faults()
                .get(0)
                .toString();

        assertThat(fault).startsWith("w.yaml:2: watch 'a': b [31mccc").doesNotContain("\n", "\u001b");
        assertThat(fault.length()).isLessThan(1_100);
    }

    @Test
    void unknownTopicInAQueryIsToldWithItsColumn() {
        assertThat(parse("watches:\n  - id: a\n    query: oil AND topic:enrgy AND topic:trade")
                        .faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "w.yaml:3: watch 'a': query: column 15: unknown topic 'enrgy'; did you mean 'energy'?");
    }

    private static WatchFile parse(String yaml) {
        return WatchFile.parse("w.yaml", yaml.getBytes(StandardCharsets.UTF_8), KnownTopics.SHIPPED);
    }
}
