/** The freshest alerts over HTTP: every instance reads {@code news.alerts.v1} a while back and answers from memory. */
@NullMarked
package io.geowire.alerts.feed;

import org.jspecify.annotations.NullMarked;
