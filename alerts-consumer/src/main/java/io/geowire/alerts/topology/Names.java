package io.geowire.alerts.topology;

/** Every operator, store and repartition of the topology. A changed name is a new store or topic: state would be lost. */
final class Names {
    static final String FOLLOW_WATCHES = "follow-watches";
    static final String INGEST_ENRICHED = "ingest-enriched";
    static final String MATCH = "match-watches";
    static final String MATCHES = "matches";
    static final String DECIDE = "decide-alert";
    static final String EGRESS_ALERTS = "egress-alerts";

    static final String WATCHES = "watches";
    static final String MEMBERS = "members";
    static final String TALLIES = "tallies";
    static final String RAISED = "raised";
    static final String MEMBER_AGES = "member-ages";

    private Names() {}
}
