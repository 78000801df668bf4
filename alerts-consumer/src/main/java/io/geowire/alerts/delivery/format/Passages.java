package io.geowire.alerts.delivery.format;

import io.geowire.events.Alert;
import io.geowire.events.Match;
import io.geowire.events.TextField;
import io.geowire.events.TextSpan;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The sentences that hold the words that matched. */
final class Passages {
    private Passages() {}

    /** Each sentence once, in the order of the text, parted where words that matched begin and end. */
    static List<List<Run>> of(Alert alert) {
        List<Passage> seen = new ArrayList<>();
        for (Match match : alert.getMatches()) {
            Passage passage = new Passage(match.getSpan().getField(), match.getSentenceStart(), match.getSentence());
            if (!match.getSentence().isBlank() && !seen.contains(passage)) {
                seen.add(passage);
            }
        }
        return seen.stream().map(passage -> passage.runs(alert.getMatches())).toList();
    }

    private record Passage(TextField field, int start, String text) {
        List<Run> runs(List<Match> matches) {
            BitSet matched = new BitSet(text.length());
            for (Match match : matches) {
                TextSpan span = match.getSpan();
                int from = span.getStart() - start;
                String words = span.getText();
                // Anyone may write alerts: offsets count only where the words are.
                if (span.getField() == field && !words.isEmpty() && text.startsWith(words, from)) {
                    matched.set(from, from + words.length());
                }
            }
            List<Run> runs = new ArrayList<>();
            for (int from = 0; from < text.length(); ) {
                boolean marked = matched.get(from);
                int to = marked ? matched.nextClearBit(from) : matched.nextSetBit(from);
                to = to < 0 ? text.length() : Math.min(to, text.length());
                runs.add(new Run(text.substring(from, to), marked));
                from = to;
            }
            return runs;
        }
    }
}
