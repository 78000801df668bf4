/**
 * Who, where and which treaty: the entities of a news text, linked to stable ids.
 *
 * <p>{@link io.geowire.enrichment.entity.EntityRecognizer} is the contract. {@link
 * io.geowire.enrichment.entity.TableRecognizer} keeps it in five steps:
 *
 * <ol>
 *   <li>Known names. The {@link io.geowire.enrichment.entity.EntityTable} may create mentions. The longest name wins;
 *       capitals count ("US" is not "us"); an alias that fits two entities, or is an ordinary word, has a context rule: words
 *       of which the text must hold one, or none, or a region right beside it. The list of further cities makes no mention.
 *   <li>Tagging. A trained {@link io.geowire.enrichment.entity.TaggerModel} gives each token a tag, by the word, its form, its
 *       cluster, the words around it, the known names, and how the rest of the text writes the word. Tokens that cannot be
 *       part of a name, such as most small words, are not scored at all.
 *   <li>Merging. Where a known and a tagged name overlap the longer wins; of the same words the table tells the type, unless
 *       the tagger takes a single word for a person.
 *   <li>Coreference. A surname stands for the person whom the text names in full, an acronym in brackets for the name before
 *       it, the first words of a body for the body. A short form that fits two takes the one named last before it, else the
 *       first after it: so a headline is explained by its body.
 *   <li>Ids. A name of the table has the table's id; a place that the tagger found and the list of cities has, that city's;
 *       one that the large list of {@link io.geowire.enrichment.entity.Towns} has, that of the town which the text's countries
 *       tell. A body that every state has is that of the country the text tells there. Any other has {@code local:} and its folded
 *       words: the same name always has the same id, whatever its diacritics.
 * </ol>
 *
 * <p>A title before a name and a possessive after it are no part of the mention. Demonyms ("Russian") are no mentions; where
 * one stands before a ministry, the ministry's name is completed by it. All of it is pure and safe for several threads; what
 * it measures on labelled news stands in {@code docs/entities.md}.
 */
@org.jspecify.annotations.NullMarked
package io.geowire.enrichment.entity;
