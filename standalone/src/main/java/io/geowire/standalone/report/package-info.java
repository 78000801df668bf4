/** What a run prints: JSON Lines for programs, a readable report for people. */
@NullMarked
package io.geowire.standalone.report;

import org.jspecify.annotations.NullMarked;
