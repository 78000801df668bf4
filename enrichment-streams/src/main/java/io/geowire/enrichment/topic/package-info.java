/**
 * What a news text is about: 18 topics of world news, each with a guideline, codes of the IPTC Media Topics, a score and
 * the words that speak for it.
 *
 * <h2>How it works</h2>
 *
 * {@link io.geowire.enrichment.topic.TopicClassifier} is the door. Behind it stands {@link
 * io.geowire.enrichment.topic.TrainedTopicClassifier}: a {@link io.geowire.enrichment.topic.TopicModel} over words, the text's
 * vector and what {@link io.geowire.enrichment.topic.LexiconTopicClassifier} says: phrases with weights, found in one pass by a
 * trie over folded words and combined to a score that rises with each. A label shows the phrases that speak for it, or else the
 * words that weighed most. Phrases of sport, food, film or earnings lower the lexicon's score of every topic, and cancelling
 * phrases take away words that mean something else there (the trade of a trade deadline). Topics that users add are given by
 * their phrases and their examples.
 *
 * <p>All of it is pure and immutable: the same text gives the same labels, on any thread.
 *
 * <h2>The lexicon</h2>
 *
 * {@code topics.txt} beside this package's classes, read by {@link io.geowire.enrichment.topic.TopicLexicon}, is made to be
 * read and changed by hand. Each line is {@code key: value}; a line that begins with # is a comment.
 *
 * <table>
 * <caption>Keys</caption>
 * <tr><th>key</th><th>value</th></tr>
 * <tr><td>{@code licence}</td><td>under which the file may be used; needed once</td></tr>
 * <tr><td>{@code @name}</td><td>a class of words, parted by spaces; a second line of the name adds to it</td></tr>
 * <tr><td>{@code unrelated 0.8}</td><td>phrases that speak against every topic, and how strongly</td></tr>
 * <tr><td>{@code cancel}</td><td>phrases whose words support nothing; below a topic only it is meant</td></tr>
 * <tr><td>{@code topic}</td><td>id of a topic, to which the lines below it belong</td></tr>
 * <tr><td>{@code is}, {@code is-not}</td><td>the guideline: what belongs to it, what only looks like it</td></tr>
 * <tr><td>{@code example}</td><td>a text that belongs to it; one a line</td></tr>
 * <tr><td>{@code iptc}</td><td>codes, the closest first</td></tr>
 * <tr><td>{@code threshold}</td><td>the least score for the label; 0.5 if absent</td></tr>
 * <tr><td>{@code 0.9}</td><td>phrases for the topic, and how strongly: above 0, below 1, two decimals at most</td></tr>
 * </table>
 *
 * Phrases are parted by commas. The words of a phrase stand in this order in one sentence; marks, hyphens and the
 * possessive 's between them are skipped, periods left out, case and diacritics ignored ("cease fire" is also cease-fire).
 *
 * <table>
 * <caption>A word of a phrase</caption>
 * <tr><th>written</th><th>stands for</th></tr>
 * <tr><td>{@code pact}</td><td>the word</td></tr>
 * <tr><td>{@code attack+}</td><td>the word and its regular inflections: attacks, attacked, attacking</td></tr>
 * <tr><td>{@code annex*}</td><td>each word that begins so, with three letters or more before the asterisk</td></tr>
 * <tr><td>{@code =START}</td><td>the word in exactly this case</td></tr>
 * <tr><td>{@code frozen|seized}</td><td>either of them</td></tr>
 * <tr><td>{@code @state}</td><td>any word of the class</td></tr>
 * <tr><td>{@code ..}, {@code ...}</td><td>up to three, up to twelve words between; twice in a phrase at most</td></tr>
 * </table>
 *
 * A file with faults is refused with all of them, by line ({@link io.geowire.enrichment.topic.LexiconException}).
 */
@NullMarked
package io.geowire.enrichment.topic;

import org.jspecify.annotations.NullMarked;
