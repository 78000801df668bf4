@NullMarked
package io.geowire.enrichment.topic;

import org.jspecify.annotations.NullMarked;
