package io.geowire.benchmarks;

import io.geowire.enrichment.entity.EntityRecord;
import io.geowire.enrichment.entity.EntityTable;
import io.geowire.enrichment.entity.EntityType;
import io.geowire.enrichment.entity.LinkedEntity;
import io.geowire.enrichment.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Gives the parts of a piece of news to others: another country to each country, and to who belongs to it somebody who belongs to that. */
final class Casting {
    private static final Pattern WORD = Pattern.compile("\\p{Lu}\\p{Ll}+");
    private static final List<String> SYLLABLES = List.of(
            "ba", "do", "fen", "gar", "hul", "ji", "kor", "la", "mir", "no", "pe", "rus", "sha", "tol", "vek", "zan");

    private final Random random;
    private final Map<String, EntityRecord> byId = new HashMap<>();
    private final Map<String, EntityRecord> states = new HashMap<>();
    private final Map<String, String> countryOfDemonym = new HashMap<>();
    private final Map<String, List<EntityRecord>> byPart = new HashMap<>();
    private final List<String> countries = new ArrayList<>();

    /** @param named everybody that is named in the news, as often as they are: how often a country is in the news */
    Casting(Random random, EntityTable table, List<LinkedEntity> named) {
        this.random = random;
        for (EntityRecord entity : table.entities()) {
            byId.put(entity.id(), entity);
            if (entity.countries().size() == 1) {
                String country = entity.countries().get(0);
                if (!entity.demonyms().isEmpty() && states.putIfAbsent(country, entity) == null) {
                    entity.demonyms().forEach(demonym -> countryOfDemonym.putIfAbsent(demonym, country));
                }
                byPart.computeIfAbsent(part(country, entity.type()), key -> new ArrayList<>())
                        .add(entity);
            }
        }
        Map<String, Integer> counts = new TreeMap<>();
        states.keySet().forEach(country -> counts.put(country, 1));
        named.forEach(entity -> entity.countries().forEach(it -> counts.computeIfPresent(it, (key, n) -> n + 1)));
        counts.forEach((country, n) -> {
            for (int i = 0; i < n; i++) {
                countries.add(country);
            }
        });
    }

    Cast cast() {
        return new Cast();
    }

    private static String part(String country, EntityType type) {
        return country + " " + type;
    }

    /** Who plays whom in one piece of news. */
    final class Cast {
        private final Map<String, String> countryOf = new HashMap<>();
        private final Map<String, String> nameOf = new HashMap<>();

        /** A headline with these entities, played by others. */
        String play(String title, List<LinkedEntity> entities) {
            List<Part> parts = new ArrayList<>();
            for (LinkedEntity entity : entities) {
                entity.mentions().forEach(mention -> parts.add(new Part(entity, mention)));
            }
            parts.sort(Comparator.comparingInt(part -> part.mention.start()));
            StringBuilder played = new StringBuilder();
            int done = 0;
            for (Part part : parts) {
                if (part.mention.start() >= done) {
                    played.append(demonyms(title.substring(done, part.mention.start())))
                            .append(actor(part.entity, part.mention.text()));
                    done = part.mention.end();
                }
            }
            return played.append(demonyms(title.substring(done))).toString();
        }

        private String demonyms(String text) {
            return WORD.matcher(text).replaceAll(word -> {
                String country = countryOfDemonym.get(word.group());
                return country == null ? word.group() : demonym(country(country), country, word.group());
            });
        }

        private String demonym(String country, String of, String word) {
            List<String> theirs = states.get(country).demonyms();
            int which = states.get(of).demonyms().indexOf(word);
            return theirs.get(Math.min(which, theirs.size() - 1));
        }

        private String actor(LinkedEntity entity, String text) {
            String name = nameOf.computeIfAbsent(entity.id(), id -> name(entity));
            boolean surname = entity.type() == EntityType.PERSON && text.indexOf(' ') < 0;
            return surname ? name.substring(name.lastIndexOf(' ') + 1) : name;
        }

        private String name(LinkedEntity entity) {
            EntityRecord known = byId.get(entity.id());
            if (known == null) {
                return invented(entity.type());
            }
            if (known.countries().size() != 1
                    || !states.containsKey(known.countries().get(0))) {
                return known.name();
            }
            String country = country(known.countries().get(0));
            if (known.equals(states.get(known.countries().get(0)))) {
                return states.get(country).name();
            }
            List<EntityRecord> others = byPart.getOrDefault(part(country, known.type()), List.of());
            return others.isEmpty()
                    ? invented(known.type())
                    : others.get(random.nextInt(others.size())).name();
        }

        private String country(String original) {
            return countryOf.computeIfAbsent(original, key -> countries.get(random.nextInt(countries.size())));
        }

        private String invented(EntityType type) {
            String name = word();
            return type == EntityType.PERSON ? name + " " + word() : name;
        }

        private String word() {
            StringBuilder word = new StringBuilder();
            for (int i = 0; i < 3; i++) {
                word.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
            }
            return Character.toUpperCase(word.charAt(0)) + word.substring(1);
        }
    }

    private record Part(LinkedEntity entity, Span mention) {}
}
