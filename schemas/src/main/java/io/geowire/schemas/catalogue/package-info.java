/**
 * The topics of Geowire as data: names, keys, values, partitions and settings, read from {@code topics.yaml}. Automatic
 * creation is off on the broker, so each application creates what it owns.
 */
@NullMarked
package io.geowire.schemas.catalogue;

import org.jspecify.annotations.NullMarked;
