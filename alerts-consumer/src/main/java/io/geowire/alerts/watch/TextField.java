package io.geowire.alerts.watch;

import java.util.Locale;

/** A text of a news item that offsets count in. In order of reading. */
public enum TextField {
    TITLE,
    BODY;

    /** Name of the field in a query. */
    String queryName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
