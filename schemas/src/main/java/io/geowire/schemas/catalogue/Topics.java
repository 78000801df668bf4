package io.geowire.schemas.catalogue;

/** Names of the topics in the catalogue. */
public final class Topics {
    public static final String ARTICLES = "news.articles.v1";
    public static final String ENRICHED = "news.articles.enriched.v1";
    public static final String WATCHES = "news.watches.v1";
    public static final String ALERTS = "news.alerts.v1";
    public static final String DELIVERIES_DLQ = "news.deliveries.dlq.v1";
    public static final String INGEST_STATE = "news.ingest.state.v1";
    public static final String INGEST_DLQ = "news.ingest.dlq.v1";
    public static final String ENRICHMENT_DLQ = "news.enrichment.dlq.v1";
    public static final String ALERTS_DLQ = "news.alerts.dlq.v1";

    private Topics() {}
}
