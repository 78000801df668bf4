package io.geowire.alerts.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.geowire.alerts.delivery.format.Messages;
import io.geowire.alerts.watch.KnownTopics;
import io.geowire.service.yaml.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page about delivery says what the code does. */
class DeliveryPageTest {
    private static final SecretSource ANY_SECRET = new SecretSource() {
        @Override
        public Optional<String> variable(String name) {
            return Optional.of(
                    name.endsWith("URL") ? "https://hooks.example/T0" : "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        }

        @Override
        public String file(String path) {
            return "Bearer token";
        }
    };

    private final List<String> lines = page();

    @Test
    void exampleOfAFileHasNoFault() {
        String yaml = lines.stream()
                .dropWhile(line -> !line.equals("```yaml"))
                .skip(1)
                .takeWhile(line -> !line.equals("```"))
                .collect(Collectors.joining("\n"));

        ReceiverFile file = parse(yaml);

        assertThat(file.faults()).isEmpty();
        assertThat(file.receivers()).extracting(Receiver::name).containsExactly("desk", "newsroom", "ops");
    }

    @Test
    void tableOfFieldsNamesAllThereAre() {
        String unknown = parse("receivers: [{name: a, url: 'https://d.example', format: slack, colour: c}]")
                .faults()
                .get(0)
                .reason();

        assertThat(unknown)
                .endsWith("allowed: "
                        + table("| field | holds | default |").stream()
                                .map(row -> row.get(0))
                                .collect(Collectors.joining(", ")));
    }

    @Test
    void tableOfFieldsTellsDefaultsAndRanges() {
        Receiver plain = parse("receivers: [{name: a, url: 'https://d.example', secretEnv: A}]")
                .receivers()
                .get(0);

        assertThat(row("format")).endsWith(plain.format().toString());
        assertThat(row("timeout")).endsWith(plain.timeout().toString());
        assertThat(row("timeout").get(1)).contains(Receiver.MIN_TIMEOUT + " to " + Receiver.MAX_TIMEOUT);
        assertThat(row("giveUpAfter")).endsWith("P" + plain.giveUpAfter().toDays() + "D");
        assertThat(row("allowHttp")).endsWith(String.valueOf(plain.allowHttp()));
        assertThat(row("allowPrivate")).endsWith(String.valueOf(plain.allowPrivate()));
        assertThat(parse("receivers: [{name: a, url: 'https://d.example', secretEnv: A, giveUpAfter: P7D}]")
                        .faults())
                .isEmpty();
        assertThat(parse("receivers: [{name: a, url: 'https://d.example', secretEnv: A, giveUpAfter: P7DT1S}]")
                        .faults())
                .extracting(Fault::field)
                .containsExactly("giveUpAfter");
    }

    @Test
    void tableOfFormatsTellsContentTypeAndRate() {
        assertThat(table("| format | content type | body | default rate |"))
                .extracting(row -> row.get(0) + " " + row.get(1) + " " + row.get(3))
                .containsExactlyElementsOf(Arrays.stream(Format.values())
                        .map(format -> format + " "
                                + Messages.render(
                                                Samples.receiver(format),
                                                Samples.alert().build())
                                        .contentType()
                                + " " + format.defaultRate())
                        .toList());
    }

    private List<String> row(String field) {
        return table("| field | holds | default |").stream()
                .filter(row -> row.get(0).equals(field))
                .findFirst()
                .orElseThrow();
    }

    /** The rows below a heading, without code marks. */
    private List<List<String>> table(String heading) {
        return lines.stream()
                .dropWhile(line -> !line.equals(heading))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Arrays.stream(line.substring(1, line.length() - 1).split("\\|"))
                        .map(cell -> cell.strip().replaceAll("^`([^`]*)`$", "$1"))
                        .toList())
                .toList();
    }

    private static ReceiverFile parse(String yaml) {
        return ReceiverFile.parse(
                "receivers.yaml", yaml.getBytes(StandardCharsets.UTF_8), ANY_SECRET, null, KnownTopics.SHIPPED);
    }

    private static List<String> page() {
        try {
            return Files.readAllLines(Path.of("docs", "delivery.md"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
