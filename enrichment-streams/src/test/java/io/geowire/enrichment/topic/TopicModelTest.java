package io.geowire.enrichment.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class TopicModelTest {
    private static byte[] shipped() throws IOException {
        try (InputStream in =
                new GZIPInputStream(Objects.requireNonNull(TopicModel.class.getResourceAsStream("topics.model")))) {
            return in.readAllBytes();
        }
    }

    private static byte[] zipped(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
        }
        return bytes.toByteArray();
    }

    private static TopicModel read(byte[] file) throws IOException {
        return TopicModel.read("my.model", new ByteArrayInputStream(file));
    }

    @Test
    void shipsAModelOfTheShippedTopics() {
        assertThat(TopicModel.shipped().topics())
                .containsExactlyElementsOf(
                        TopicLexicon.shipped().topics().stream().map(Topic::id).toList());
        assertThat(TopicModel.shipped().dimensions()).isEqualTo(384);
    }

    @Test
    void refusesWhatIsNoModel() {
        assertThatThrownBy(() -> read("hello".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("my.model: ");
        assertThatThrownBy(() -> read(new byte[0])).hasMessage("my.model: cut off");
        assertThatThrownBy(() -> read(zipped(header("geowire topic model 9", "CC0", 1))))
                .hasMessage("my.model: expected 'geowire topic model 1', not 'geowire topic model 9'");
        assertThatThrownBy(() -> read(zipped(header(TopicModel.FORMAT, " ", 1))))
                .hasMessage("my.model: no licence");
        assertThatThrownBy(() -> read(zipped(header(TopicModel.FORMAT, "CC0", 0))))
                .hasMessage("my.model: number of topics must be from 1 to 1000, not 0");
    }

    private static byte[] header(String format, String licence, int topics) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(format);
        out.writeUTF(licence);
        out.writeInt(topics);
        return bytes.toByteArray();
    }

    @Test
    void refusesAModelThatIsCutOff() throws IOException {
        byte[] content = shipped();
        assertThatThrownBy(() -> read(zipped(java.util.Arrays.copyOf(content, content.length - 1))))
                .hasMessage("my.model: cut off");
        assertThatThrownBy(() -> read(zipped(java.util.Arrays.copyOf(content, content.length + 1))))
                .hasMessage("my.model: more follows after its end");
    }

    @Test
    void refusesADamagedModel() throws IOException {
        byte[] file = zipped(shipped());
        file[file.length / 2] ^= 0x55;
        assertThatThrownBy(() -> read(file)).isInstanceOf(IOException.class).hasMessageStartingWith("my.model: ");
    }

    @Test
    void refusesAWeightThatIsNoNumber() throws IOException {
        byte[] content = shipped();
        int bias = content.length - TopicFeatures.BUCKETS - 4 - 4 * (18 + 1 + 384) - 4;
        content[bias] = 0x7f;
        content[bias + 1] = (byte) 0xc0;
        assertThatThrownBy(() -> read(zipped(content))).hasMessage("my.model: a weight is no number");
    }
}
