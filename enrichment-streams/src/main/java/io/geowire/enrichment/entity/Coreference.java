package io.geowire.enrichment.entity;

import io.geowire.enrichment.entity.Cues.Kind;
import io.geowire.enrichment.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds again what a text has named in full: a person by surname, an organisation by the acronym in brackets after its name
 * or by the first words of it, any unknown name wherever else it stands. A short form that fits two takes the one named last
 * before it, else the first after it.
 */
final class Coreference {
    private final Cues cues;

    Coreference(Cues cues) {
        this.cues = cues;
    }

    /** All mentions, those found again among them, in reading order. */
    List<Found> resolve(List<Field> fields, List<Found> found) {
        ShortForms forms = new ShortForms(cues);
        found.forEach(forms::add);
        List<Found> all = new ArrayList<>();
        for (Found mention : found) {
            all.add(forms.isShort(mention) ? forms.settle(mention) : mention);
        }
        for (Field field : fields) {
            boolean[] taken = new boolean[field.size()];
            for (Found mention : all) {
                if (mention.field() == field) {
                    for (int i = mention.from(); i < mention.to(); i++) {
                        taken[i] = true;
                    }
                }
            }
            all.addAll(forms.findAgain(field, taken));
        }
        all.sort(Comparator.comparing((Found m) -> m.field().name()).thenComparingInt(Found::from));
        return all;
    }

    /** The short forms that a text's full names allow. */
    private static final class ShortForms {
        private final Cues cues;
        private final Map<String, List<Found>> byFirstWord = new HashMap<>();
        private final Map<String, List<Found>> fullByForm = new HashMap<>();
        private final Map<String, List<Found>> fullByAcronym = new HashMap<>();
        private final Map<String, List<Found>> personsByFirstName = new HashMap<>();

        ShortForms(Cues cues) {
            this.cues = cues;
        }

        void add(Found full) {
            acronym(full);
            List<String> words = words(full.field(), full.from(), full.to());
            register(words, full);
            if (full.referent().type() == EntityType.PERSON) {
                if (words.size() > 1) {
                    personsByFirstName
                            .computeIfAbsent(words.get(0), name -> new ArrayList<>())
                            .add(full);
                }
                for (int i = 1; i < words.size(); i++) {
                    if (startsSurname(full.field().token(full.from() + i))) {
                        register(words.subList(i, words.size()), full);
                    }
                }
            } else if (words.size() > 1 && full.referent().type() == EntityType.ORGANIZATION) {
                prefixes(full, words);
            }
        }

        private boolean startsSurname(Token token) {
            return token.text().length() > 1 && (token.isCapitalised() || cues.is(Kind.JOINER, token));
        }

        private void prefixes(Found full, List<String> words) {
            int of = words.indexOf("of");
            if (of > 1) {
                register(words.subList(0, of), full);
            }
            Token first = full.field().token(full.from());
            if (!cues.isOrdinary(first) && !cues.is(Kind.TITLE, first) && !cues.is(Kind.COMMON, first)) {
                for (int i = words.size() - 1; i >= 1; i--) {
                    register(words.subList(0, i), full);
                }
            }
        }

        /** The capitals in brackets right after a name. */
        private void acronym(Found full) {
            Field field = full.field();
            int at = full.to();
            boolean place = full.referent().type() == EntityType.LOCATION;
            if (at + 2 < field.size()
                    && !(place && full.length() == 1)
                    && full.referent().type() != EntityType.PERSON
                    && field.token(at).text().equals("(")
                    && field.token(at + 2).text().equals(")")
                    && field.token(at + 1).isAllCaps()) {
                String acronym = field.token(at + 1).folded();
                fullByAcronym.computeIfAbsent(acronym, a -> new ArrayList<>()).add(full);
                register(List.of(acronym), full);
            }
        }

        private void register(List<String> form, Found full) {
            fullByForm
                    .computeIfAbsent(String.join(" ", form), f -> new ArrayList<>())
                    .add(full);
            byFirstWord.computeIfAbsent(form.get(0), f -> new ArrayList<>()).add(full);
        }

        /** Whether a mention is a surname or an acronym that the text itself explains. */
        boolean isShort(Found mention) {
            return mention.length() == 1 && !explanations(mention).isEmpty();
        }

        /** The mention as one of what the text explains it by. */
        Found settle(Found mention) {
            Found full = nearest(explanations(mention), mention.field(), mention.from());
            return full == null ? mention : new Found(mention.field(), mention.from(), mention.to(), full.referent());
        }

        private List<Found> explanations(Found mention) {
            String form = mention.field().token(mention.from()).folded();
            List<Found> persons = fullByForm.getOrDefault(form, List.of()).stream()
                    .filter(full -> full.referent().type() == EntityType.PERSON && full.length() > 1)
                    .toList();
            return switch (mention.referent().type()) {
                case PERSON -> persons;
                case ORGANIZATION -> {
                    List<Found> bodies = fullByAcronym.getOrDefault(form, List.of());
                    yield bodies.isEmpty() && !mention.referent().known() ? persons : bodies;
                }
                case LOCATION ->
                    isAfterPreposition(mention)
                            ? List.of()
                            : persons.isEmpty() && mention.field().beginsSentence(mention.from())
                                    ? personsByFirstName.getOrDefault(form, List.of())
                                    : persons;
                default -> List.of();
            };
        }

        private boolean isAfterPreposition(Found mention) {
            return mention.from() > 0
                    && cues.is(Kind.PREPOSITION, mention.field().token(mention.from() - 1));
        }

        List<Found> findAgain(Field field, boolean[] taken) {
            List<Found> again = new ArrayList<>();
            int at = 0;
            while (at < field.size()) {
                Found mention = taken[at] ? null : at(field, at, taken);
                if (mention == null) {
                    at++;
                } else {
                    again.add(mention);
                    at = mention.to();
                }
            }
            return again;
        }

        private @Nullable Found at(Field field, int from, boolean[] taken) {
            Token first = field.token(from);
            if (!first.isWord() || !byFirstWord.containsKey(first.folded())) {
                return null;
            }
            Set<String> seen = new HashSet<>();
            Found best = null;
            StringBuilder form = new StringBuilder();
            for (int to = from + 1; to <= field.size() && to - from <= 8 && !taken[to - 1]; to++) {
                form.append(to > from + 1 ? " " : "").append(field.token(to - 1).folded());
                List<Found> full = fullByForm.get(form.toString());
                if (full == null || !seen.add(form.toString()) || !isNameHere(field, from, to)) {
                    continue;
                }
                Found nearest = nearest(full, field, from);
                if (nearest != null) {
                    best = new Found(field, from, to, nearest.referent());
                }
            }
            return best;
        }

        private boolean isNameHere(Field field, int from, int to) {
            Token first = field.token(from);
            Token last = field.token(to - 1);
            if (!first.isCapitalised() && !last.isCapitalised()) {
                return false;
            }
            boolean acronym = field.casing() == Casing.SENTENCE && first.isAllCaps();
            return to - from > 1 || acronym || !field.capitalTellsNothing(from) || !cues.isOrdinary(first);
        }

        private static @Nullable Found nearest(List<Found> candidates, Field field, int at) {
            Found before = null;
            Found after = null;
            for (Found candidate : candidates) {
                boolean precedes = candidate.field().name().compareTo(field.name()) < 0
                        || (candidate.field() == field && candidate.from() < at);
                if (precedes) {
                    before = candidate;
                } else if (after == null) {
                    after = candidate;
                }
            }
            return before != null ? before : after;
        }

        private static List<String> words(Field field, int from, int to) {
            List<String> words = new ArrayList<>();
            for (int i = from; i < to; i++) {
                words.add(field.token(i).folded());
            }
            return words;
        }
    }
}
