package io.geowire.ingest.push;

import io.geowire.ingest.item.Printable;
import io.geowire.ingest.normalise.BackfillRule;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** {@code ?backfill=true} or {@code false}: the caller says whether what it sends is old news, of which nobody is notified. */
final class BackfillParameter {
    private static final String TRUE = "backfill=true";
    private static final String FALSE = "backfill=false";

    private BackfillParameter() {}

    /**
     * What a request is marked by.
     *
     * @param otherwise if it does not say
     * @throws ProblemException with status 400 if it says anything else: a typing error would notify people
     */
    static BackfillRule of(URI request, BackfillRule otherwise) {
        @Nullable String query = request.getRawQuery();
        if (query == null || query.isEmpty()) {
            return otherwise;
        }
        return switch (query) {
            case TRUE -> BackfillRule.ALL;
            case FALSE -> BackfillRule.NONE;
            default ->
                throw new ProblemException(
                        400,
                        "the query %s is not known; there are %s and %s"
                                .formatted(Printable.quote(query), TRUE, FALSE));
        };
    }
}
