/** Who, where and which treaty: entities of a news text, linked to stable ids. */
@org.jspecify.annotations.NullMarked
package io.geowire.enrichment.entity;
