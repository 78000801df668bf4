package io.geowire.enrichment.onnx;

/** The model cannot be used; the message says why and what helps. */
public final class ModelException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
