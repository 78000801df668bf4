/**
 * Who, where and which treaty: the entities of a news text, linked to stable ids.
 *
 * <p>{@link io.geowire.enrichment.entity.EntityRecognizer} is the contract. {@link
 * io.geowire.enrichment.entity.TableRecognizer} keeps it by a table of names and by rules, in four steps:
 *
 * <ol>
 *   <li>Known names. The {@link io.geowire.enrichment.entity.EntityTable} may create mentions. The longest name wins;
 *       capitals count ("US" is not "us"); an alias that fits two entities, or is an ordinary word, has a context rule: words
 *       of which the text must hold one, or none.
 *   <li>Unknown names. In running text a capital inside a sentence means a name. What kind of name is told by a word in it
 *       (Ministry, River, Accord) or around it ("said", "the village of", "Lawyer"). Known names grow where they are part of
 *       a longer one: "University of Basra", "Ivan Lavrov", who is not Sergei. In title case only words that are no ordinary
 *       English ones tell anything; in a text all in capitals only known names are found.
 *   <li>Coreference. A surname stands for the person whom the text names in full, an acronym in brackets for the name before
 *       it, the first words of a body for the body. A short form that fits two takes the one named last before it, else the
 *       first after it: so a headline is explained by its body.
 *   <li>Ids. A name of the table has the table's id. Any other has {@code local:} and its folded words: the same name always
 *       has the same id, whatever its diacritics.
 * </ol>
 *
 * <p>A title before a name and a possessive after it are no part of the mention. Demonyms ("Russian") are no mentions; where
 * one stands before a ministry, the ministry's name is completed by it. All of it is pure and safe for several threads; what
 * it measures on labelled news stands in {@code docs/entities.md}.
 */
@org.jspecify.annotations.NullMarked
package io.geowire.enrichment.entity;
