package io.geowire.service.net;

/** No answer came. The message names the host, never the path, query or headers, which may hold secrets. */
public final class OutboundException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why no answer came. */
    public enum Kind {
        /** The server has an address that is not public, and the request does not allow that. */
        REFUSED_ADDRESS,
        /** The name of the host is unknown, or the look-up failed. */
        UNRESOLVED,
        /** Nothing listens there, or no way leads there. */
        UNREACHABLE,
        /** No secure connection came about: an unknown certificate, another name, no common protocol. */
        TLS,
        /** The answer was not there, whole, in time. */
        TIMEOUT,
        /** The connection broke, or what came is not HTTP. */
        BROKEN
    }

    private final Kind kind;

    OutboundException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Why. */
    public Kind kind() {
        return kind;
    }
}
