package io.geowire.enrichment.topic;

import java.util.List;

/**
 * A topic and the guideline by which it is given.
 *
 * @param id kebab-case name
 * @param is what belongs to it
 * @param isNot what does not, though it looks like it
 * @param examples texts that belong to it
 * @param iptc its codes in the IPTC Media Topics, the closest first; one at least, unless a user added the topic
 * @param threshold the least score that gives the label, above 0 and below 1; a trained model has its own
 */
public record Topic(String id, String is, String isNot, List<String> examples, List<String> iptc, double threshold) {
    public Topic {
        examples = List.copyOf(examples);
        iptc = List.copyOf(iptc);
    }
}
