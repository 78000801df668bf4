package io.geowire.enrichment.topology;

/** Every operator, store and repartition of the topology. A changed name is a new store or topic: state would be lost. */
final class Names {
    static final String INGEST_ARTICLES = "ingest-articles";
    static final String ANALYSE = "analyse-article";
    static final String SELECT_QUESTIONS = "select-questions";
    static final String SELECT_UNASKED = "select-unasked";
    static final String BY_BLOCK = "by-block";
    static final String MEET = "meet-in-ring";
    static final String ANSWERS = "answers";
    static final String GATHER = "gather-answers";
    static final String MERGE = "merge-revisions";
    static final String EGRESS_ENRICHED = "egress-enriched";

    static final String ARTICLES = "articles";
    static final String GATHERING = "gathering";
    static final String WAITING = "waiting";
    static final String ARTICLE_AGES = "article-ages";
    static final String SHARES = "shares";
    static final String RING = "ring";
    static final String RING_AGES = "ring-ages";

    private Names() {}
}
