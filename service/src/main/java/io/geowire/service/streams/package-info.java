/** What the Kafka Streams applications share: their settings, their life cycle and how they set a faulty record aside. */
@NullMarked
package io.geowire.service.streams;

import org.jspecify.annotations.NullMarked;
