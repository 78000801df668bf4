/**
 * Trains the tagger of names: reads labelled news and open corpora, varies them in case and in names, and fits a
 * conditional random field. The same input gives the same model, byte for byte.
 */
@org.jspecify.annotations.NullMarked
package io.geowire.enrichment.training.entity;
