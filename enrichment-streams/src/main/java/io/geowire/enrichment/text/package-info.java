/**
 * News text and its words.
 *
 * <p>A {@link io.geowire.enrichment.text.NewsText} has a title and perhaps a body, each a {@link
 * io.geowire.enrichment.text.TextField}. Everything found in it is a {@link io.geowire.enrichment.text.Span}: field,
 * offsets and the words themselves. Offsets count UTF-16 code units, as {@link java.lang.String} does, and always slice to
 * the text they name: nothing here changes the text it reads.
 *
 * <p>{@link io.geowire.enrichment.text.Tokenizer} cuts a field into tokens. A hyphen is a token of its own, because
 * "US-China" names two countries and "al-Qaeda" one group: joining is the reader's decision. A possessive 's is a token of
 * its own, because "Iran's" names Iran. {@link io.geowire.enrichment.text.Folding} gives the form in which spellings are
 * compared. {@link io.geowire.enrichment.text.Sentences} finds where sentences begin.
 *
 * <p>All of it is pure: no clock, no input or output, no state.
 */
@org.jspecify.annotations.NullMarked
package io.geowire.enrichment.text;
