/**
 * Tells the language of an article by its text. Scripts decide where they can ({@link io.geowire.ingest.language.Writing}), a
 * model where they cannot ({@link io.geowire.ingest.language.LanguageModel}). {@link io.geowire.ingest.language.LanguageDetector}
 * weighs both, {@link io.geowire.ingest.language.DetectedLanguage} weighs that against what the article declares.
 */
@NullMarked
package io.geowire.ingest.language;

import org.jspecify.annotations.NullMarked;
