/** What Geowire's processes and its subscribers agree on: contracts, topics, serdes and the registry client. */
@org.jspecify.annotations.NullMarked
package io.geowire.schemas;
