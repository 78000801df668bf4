package io.geowire.enrichment.entity;

import java.util.Locale;
import java.util.Optional;

/** What an entity of the table is, more closely than its type; the table's coverage is counted by it. */
public enum EntityKind {
    /** A sovereign state, or one that acts as such. */
    STATE(EntityType.LOCATION),
    /** A dependent territory with an ISO 3166-1 code of its own. */
    TERRITORY(EntityType.LOCATION),
    /** The seat of government or capital by law of a state or territory. */
    CAPITAL(EntityType.LOCATION),
    /** A region whose rule is contested. */
    CONTESTED(EntityType.LOCATION),
    /** A town that is, or lately was, fought over or shelled. */
    FRONT_LINE(EntityType.LOCATION),
    /** A strait, canal or other narrow passage of the sea. */
    STRAIT(EntityType.LOCATION),
    /** A sea, ocean, gulf or bay. */
    SEA(EntityType.LOCATION),
    HEAD_OF_STATE(EntityType.PERSON),
    HEAD_OF_GOVERNMENT(EntityType.PERSON),
    FOREIGN_MINISTER(EntityType.PERSON),
    DEFENCE_MINISTER(EntityType.PERSON),
    /** A body that states have made together, or that works for them. */
    INTERNATIONAL_BODY(EntityType.ORGANIZATION),
    /** States that act together. */
    ALLIANCE(EntityType.ORGANIZATION),
    MINISTRY(EntityType.ORGANIZATION),
    /** An agency, service or commission of a state. */
    AGENCY(EntityType.ORGANIZATION),
    CENTRAL_BANK(EntityType.ORGANIZATION),
    ARMED_GROUP(EntityType.ORGANIZATION),
    PARTY(EntityType.ORGANIZATION),
    /** A news agency, newspaper, broadcaster or site. */
    OUTLET(EntityType.ORGANIZATION),
    SUMMIT(EntityType.EVENT);

    private final EntityType type;

    EntityKind(EntityType type) {
        this.type = type;
    }

    /** The type of every entity of this kind. */
    public EntityType type() {
        return type;
    }

    /** As written in the table: {@code head-of-state}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<EntityKind> of(String code) {
        for (EntityKind kind : values()) {
            if (kind.code().equals(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
