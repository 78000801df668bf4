package io.geowire.enrichment.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.geowire.enrichment.encoder.TextEncoder;
import io.geowire.enrichment.encoder.TextVector;
import io.geowire.enrichment.encoder.WordPieces;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * all-MiniLM-L6-v2, quantised to eight bits: 384 dimensions, the mean of the vectors of a text's pieces. One session with one thread
 * of its own serves all callers; texts go in one by one, since a batch of a quantised model changes the vectors and gains nothing.
 */
public final class MiniLm implements TextEncoder, AutoCloseable {
    private static final String MODEL = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "/all-minilm-l6-v2-q-tokenizer.json";

    /** Pieces of a text that are read, start and end included. */
    private static final int MOST_PIECES = 128;

    private final WordPieces pieces;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final boolean typed;

    private MiniLm(WordPieces pieces, OrtEnvironment environment, OrtSession session) {
        this.pieces = pieces;
        this.environment = environment;
        this.session = session;
        this.typed = session.getInputNames().contains("token_type_ids");
    }

    /**
     * Loads the model from the class path.
     *
     * @throws ModelException if a file of it is missing, or the native library does not load on this machine
     */
    public static MiniLm load() {
        try {
            WordPieces pieces = new WordPieces(vocabulary());
            OrtEnvironment environment =
                    OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "geowire");
            environment.setTelemetry(false);
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                options.setMemoryPatternOptimization(false);
                options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
                return new MiniLm(pieces, environment, environment.createSession(resource(MODEL), options));
            }
        } catch (IOException | OrtException e) {
            throw new ModelException("cannot load the text model: " + e.getMessage(), e);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
            throw new ModelException(unloadable(e), e);
        }
    }

    private static String unloadable(Error error) {
        return String.format(
                Locale.ROOT,
                "cannot load the text model: the native library of ONNX Runtime does not run here (%s, %s): %s. It needs Linux with"
                        + " glibc and libstdc++, macOS or Windows, and a temporary folder (java.io.tmpdir: %s) that may hold programs",
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                error.getMessage(),
                System.getProperty("java.io.tmpdir"));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = MiniLm.class.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException("no " + name + " on the class path");
        }
        return in;
    }

    /** The object "vocab" of the tokenizer's description, read without the rest. */
    private static Map<String, Integer> vocabulary() throws IOException {
        Map<String, Integer> vocabulary = new HashMap<>();
        try (InputStream in = open(TOKENIZER);
                JsonParser json = new JsonFactory().createParser(in)) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.FIELD_NAME
                        && json.currentName().equals("vocab")) {
                    json.nextToken();
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        vocabulary.put(json.currentName(), json.nextIntValue(-1));
                    }
                    return vocabulary;
                }
            }
        }
        throw new IOException("no vocabulary in " + TOKENIZER);
    }

    @Override
    public TextVector encode(String text) {
        long[] numbers = pieces.encode(text, MOST_PIECES);
        long[] ones = new long[numbers.length];
        Arrays.fill(ones, 1);
        long[] shape = {1, numbers.length};
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            inputs.put("input_ids", tensor(numbers, shape));
            inputs.put("attention_mask", tensor(ones, shape));
            if (typed) {
                inputs.put("token_type_ids", tensor(new long[numbers.length], shape));
            }
            try (OrtSession.Result result = session.run(inputs)) {
                return mean(((float[][][]) result.get(0).getValue())[0]);
            }
        } catch (OrtException e) {
            throw new ModelException("the text model failed: " + e.getMessage(), e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    }

    private static TextVector mean(float[][] vectors) {
        float[] sum = new float[vectors[0].length];
        for (float[] vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        return TextVector.of(sum);
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new ModelException("cannot close the text model: " + e.getMessage(), e);
        }
    }
}
