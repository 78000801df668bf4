/**
 * How the files that a person edits are read: YAML without anchors, aliases and tags, every fault of a file at once, each with its
 * line. Pure: no I/O.
 */
@org.jspecify.annotations.NullMarked
package io.geowire.alerts.yaml;
