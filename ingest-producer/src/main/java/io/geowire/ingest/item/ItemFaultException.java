package io.geowire.ingest.item;

/** An item that cannot become an article because of what it holds. The message is the reason, in one line. */
public final class ItemFaultException extends Exception {
    private static final long serialVersionUID = 1L;

    public ItemFaultException(String reason) {
        super(reason);
    }

    /** The reason. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
