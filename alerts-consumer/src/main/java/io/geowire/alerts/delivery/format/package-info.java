/**
 * An alert in each format that receivers understand, inside its limits. A body that is too long loses its related headlines first,
 * then its texts are cut; either is said in the body.
 */
@org.jspecify.annotations.NullMarked
package io.geowire.alerts.delivery.format;
