/**
 * How the lists that a person edits are read, watches, receivers and feeds: YAML without anchors, aliases and tags, every fault of a
 * file at once, each with its line. Pure: no I/O, and nothing known of what the entries are.
 */
@org.jspecify.annotations.NullMarked
package io.geowire.service.yaml;
