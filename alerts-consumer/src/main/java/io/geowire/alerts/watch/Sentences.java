package io.geowire.alerts.watch;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.Set;

/** Finds the sentence around a stretch of text. */
final class Sentences {
    /** A longer sentence is cut around the stretch, between words. */
    static final int MAX_LENGTH = 400;

    /** How far to look for the ends of a sentence. */
    private static final int REACH = 1_500;

    /** A full stop behind these ends no sentence. */
    private static final Set<String> ABBREVIATIONS = Set.of(
            "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Sen.", "Rep.", "Gov.", "Gen.", "Col.", "Lt.", "Maj.", "Capt.",
            "Adm.", "Amb.", "St.", "Jan.", "Feb.", "Mar.", "Apr.", "Jun.", "Jul.", "Aug.", "Sept.", "Sep.", "Oct.",
            "Nov.", "Dec.", "U.S.", "U.K.", "U.N.", "E.U.", "No.", "vs.");

    private Sentences() {}

    /** The sentence or sentences that hold a stretch, without outer white space, at most about 400 characters. */
    static Sentence around(String text, int start, int end) {
        int windowStart = Characters.boundary(text, Math.max(0, start - REACH));
        String window = text.substring(windowStart, Characters.boundary(text, Math.min(text.length(), end + REACH)));
        int paragraph = window.lastIndexOf("\n\n", start - windowStart);
        if (paragraph >= 0) {
            int cut = Math.min(paragraph + 2, start - windowStart);
            windowStart += cut;
            window = window.substring(cut);
        }
        int nextParagraph = window.indexOf("\n\n", end - windowStart);
        if (nextParagraph >= 0) {
            window = window.substring(0, nextParagraph);
        }

        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(window);
        int from = sentenceStart(sentences, window, start - windowStart);
        int to = sentenceEnd(sentences, window, end - windowStart);
        return capped(text, windowStart + from, windowStart + to, start, end);
    }

    private static int sentenceStart(BreakIterator sentences, String window, int start) {
        int from = start + 1 > window.length() ? sentences.last() : sentences.preceding(start + 1);
        while (from > 0 && endsWithAbbreviation(window, from)) {
            from = sentences.preceding(from);
        }
        return Math.max(from, 0);
    }

    private static int sentenceEnd(BreakIterator sentences, String window, int end) {
        int to = end == 0 ? sentences.next() : sentences.following(end - 1);
        while (to != BreakIterator.DONE && to < window.length() && endsWithAbbreviation(window, to)) {
            to = sentences.following(to);
        }
        return to == BreakIterator.DONE ? window.length() : to;
    }

    private static boolean endsWithAbbreviation(String window, int at) {
        int end = at;
        while (end > 0 && Character.isWhitespace(window.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && !Character.isWhitespace(window.charAt(start - 1)) && end - start < 8) {
            start--;
        }
        return ABBREVIATIONS.contains(window.substring(start, end));
    }

    private static Sentence capped(String text, int sentenceStart, int sentenceEnd, int start, int end) {
        int from = sentenceStart;
        int to = sentenceEnd;
        if (to - from > MAX_LENGTH) {
            int side = Math.max(0, (MAX_LENGTH - (end - start)) / 2);
            from = wordStart(text, Math.max(from, start - side), start);
            to = wordEnd(text, Math.min(to, end + side), end);
            // The stretch itself may be longer than is sensible to show.
            to = Characters.boundary(text, Math.min(to, from + Math.max(MAX_LENGTH, 0)));
        }
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Sentence(from, text.substring(from, to));
    }

    /** The first word start at or behind an offset, but not behind the stretch. */
    private static int wordStart(String text, int at, int limit) {
        int from = at;
        while (from > 0 && from < limit && !Character.isWhitespace(text.charAt(from - 1))) {
            from++;
        }
        return Characters.boundary(text, from);
    }

    /** The last word end at or before an offset, but not before the end of the stretch. */
    private static int wordEnd(String text, int at, int limit) {
        int to = at;
        while (to < text.length() && to > limit && !Character.isWhitespace(text.charAt(to))) {
            to--;
        }
        return Characters.boundary(text, to);
    }
}
