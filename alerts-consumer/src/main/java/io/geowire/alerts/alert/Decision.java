package io.geowire.alerts.alert;

/** What to do about an article that matches a watch. */
public sealed interface Decision {
    /** What is known of watch and story now, whatever was decided. */
    AlertState state();

    /** The alert is raised by this article, for the first time, or for the first time not as back-fill. */
    record Raise(AlertState state) implements Decision {}

    /** The alert was raised before; this article is a further report. */
    record Update(AlertState state) implements Decision {}

    /** Nobody is told. */
    record Suppress(Reason reason, AlertState state) implements Decision {}

    /** Why nobody is told. */
    enum Reason {
        /** A later revision of an article that was counted. */
        ALREADY_COUNTED,
        /** The watch waits for more sources. */
        TOO_FEW_SOURCES
    }
}
