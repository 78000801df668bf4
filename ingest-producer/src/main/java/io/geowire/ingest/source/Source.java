package io.geowire.ingest.source;

import io.geowire.service.HttpRoute;
import io.geowire.service.Service;
import java.util.List;

/** Brings articles for as long as the process runs. */
public interface Source extends Service {
    /** What it answers over HTTP; asked for once, after the start. */
    default List<HttpRoute> routes() {
        return List.of();
    }
}
