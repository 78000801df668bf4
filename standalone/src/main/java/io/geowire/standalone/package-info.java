/** The {@code geowire} command line. */
@NullMarked
package io.geowire.standalone;

import org.jspecify.annotations.NullMarked;
