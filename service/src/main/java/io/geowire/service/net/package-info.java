/**
 * HTTP to servers that others name: receivers of alerts, feeds, pages. {@link io.geowire.service.net.OutboundHttp} sends one
 * request and bounds what the other side can do: where it may stand, how long it may take, how much it may answer.
 */
@NullMarked
package io.geowire.service.net;

import org.jspecify.annotations.NullMarked;
