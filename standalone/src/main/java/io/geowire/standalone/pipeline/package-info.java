/** The whole pipeline in this JVM: started, fed, waited for, and asked for what came out. */
@NullMarked
package io.geowire.standalone.pipeline;

import org.jspecify.annotations.NullMarked;
