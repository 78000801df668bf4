/**
 * Client of a schema registry that speaks Confluent's REST API, with Confluent's configuration keys. {@code mock://name}
 * as URL is a registry inside this JVM, for tests.
 */
@NullMarked
package io.geowire.schemas.registry;

import org.jspecify.annotations.NullMarked;
