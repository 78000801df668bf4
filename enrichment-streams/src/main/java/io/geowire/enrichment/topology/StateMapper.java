package io.geowire.enrichment.topology;

import io.geowire.enrichment.encoder.TextVector;
import io.geowire.enrichment.related.Finding;
import io.geowire.enrichment.related.Fingerprint;
import io.geowire.enrichment.related.Gathering;
import io.geowire.enrichment.related.Headline;
import io.geowire.enrichment.related.Link;
import io.geowire.enrichment.related.Profile;
import io.geowire.enrichment.related.RelatedLinks;
import io.geowire.enrichment.related.Relatedness;
import io.geowire.enrichment.related.Relation;
import io.geowire.enrichment.related.ScoreParts;
import io.geowire.enrichment.related.Sketch;
import io.geowire.enrichment.related.Weighted;
import io.geowire.enrichment.state.LinkRelation;
import io.geowire.enrichment.state.Parts;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;

/** Between the pure records and the Avro records of stores and internal topics. */
final class StateMapper {
    private StateMapper() {}

    static io.geowire.enrichment.state.Fingerprint toState(Fingerprint fingerprint) {
        Profile profile = fingerprint.profile();
        return new io.geowire.enrichment.state.Fingerprint(
                toState(fingerprint.headline()),
                fingerprint.version(),
                toState(profile.terms()),
                toState(profile.entities()),
                profile.blockKeys(),
                profile.body().hashes().boxed().toList(),
                ByteBuffer.wrap(profile.vector().bytes()),
                profile.countries());
    }

    static Fingerprint fromState(io.geowire.enrichment.state.Fingerprint state) {
        return new Fingerprint(
                fromState(state.getHeadline()),
                state.getVersion(),
                new Profile(
                        fromState(state.getTerms()),
                        fromState(state.getEntities()),
                        state.getCountries(),
                        state.getBlockKeys(),
                        Sketch.of(state.getBody().stream().mapToInt(Integer::intValue)),
                        vector(state.getVector())));
    }

    private static TextVector vector(ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        return TextVector.of(copy);
    }

    static io.geowire.enrichment.state.Finding toState(Finding finding) {
        return new io.geowire.enrichment.state.Finding(
                finding.articleId(), finding.version(), finding.link() == null ? null : toState(finding.link()));
    }

    static Finding fromState(io.geowire.enrichment.state.Finding state) {
        return new Finding(
                state.getArticleId(), state.getVersion(), state.getLink() == null ? null : fromState(state.getLink()));
    }

    static List<io.geowire.enrichment.state.Finding> toStates(List<Finding> findings) {
        return findings.stream().map(StateMapper::toState).toList();
    }

    static List<Finding> fromStates(List<io.geowire.enrichment.state.Finding> states) {
        return states.stream().map(StateMapper::fromState).toList();
    }

    static io.geowire.enrichment.state.Gathering toState(Gathering gathering) {
        return new io.geowire.enrichment.state.Gathering(
                gathering.publishedAt(),
                gathering.contentHash(),
                gathering.backfill(),
                gathering.version(),
                gathering.blockKeys(),
                gathering.answered(),
                toStates(gathering.links().findings()),
                gathering.revision(),
                gathering.emitted(),
                Instant.ofEpochMilli(gathering.since()));
    }

    static Gathering fromState(String articleId, io.geowire.enrichment.state.Gathering state) {
        return new Gathering(
                articleId,
                state.getPublishedAt(),
                state.getContentHash(),
                state.getBackfill(),
                state.getVersion(),
                state.getBlockKeys(),
                state.getAnswered(),
                new RelatedLinks(fromStates(state.getFindings())),
                state.getRevision(),
                state.getEmitted(),
                state.getSince().toEpochMilli());
    }

    private static io.geowire.enrichment.state.Headline toState(Headline headline) {
        return new io.geowire.enrichment.state.Headline(
                headline.articleId(),
                headline.inputId(),
                headline.title(),
                headline.source(),
                headline.url(),
                headline.publishedAt());
    }

    private static Headline fromState(io.geowire.enrichment.state.Headline state) {
        return new Headline(
                state.getArticleId(),
                state.getInputId(),
                state.getTitle(),
                state.getSource(),
                state.getUrl(),
                state.getPublishedAt());
    }

    private static io.geowire.enrichment.state.Link toState(Link link) {
        Relatedness relatedness = link.relatedness();
        return new io.geowire.enrichment.state.Link(
                toState(link.other()),
                relatedness.score(),
                LinkRelation.valueOf(relatedness.relation().name()),
                relatedness.sharedEntities(),
                relatedness.sharedTerms(),
                relatedness.parts() == null ? null : toState(relatedness.parts()));
    }

    private static Link fromState(io.geowire.enrichment.state.Link state) {
        return new Link(
                fromState(state.getOther()),
                new Relatedness(
                        state.getScore(),
                        Relation.valueOf(state.getRelation().name()),
                        state.getSharedEntities(),
                        state.getSharedTerms(),
                        state.getParts() == null ? null : fromState(state.getParts())));
    }

    private static Parts toState(ScoreParts parts) {
        return new Parts(
                parts.bias(),
                parts.meaning(),
                parts.words(),
                parts.entities(),
                parts.countries(),
                parts.time(),
                parts.resemblance());
    }

    private static ScoreParts fromState(Parts state) {
        return new ScoreParts(
                state.getBias(),
                state.getMeaning(),
                state.getWords(),
                state.getEntities(),
                state.getCountries(),
                state.getTime(),
                state.getResemblance());
    }

    private static List<io.geowire.enrichment.state.Weighted> toState(List<Weighted> weighted) {
        return weighted.stream()
                .map(it -> new io.geowire.enrichment.state.Weighted(it.name(), it.weight(), it.inTitle()))
                .toList();
    }

    private static List<Weighted> fromState(List<io.geowire.enrichment.state.Weighted> states) {
        return states.stream()
                .map(it -> new Weighted(it.getName(), it.getWeight(), it.getInTitle()))
                .toList();
    }
}
