/** Pure rules that cut plain text into articles and bare headlines. README.md lists them. */
@NullMarked
package io.geowire.ingest.text;

import org.jspecify.annotations.NullMarked;
