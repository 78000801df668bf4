package io.geowire.enrichment.encoder;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a text into the pieces that a BERT model was trained with: lower case, without accents, marks apart, each word as the longest
 * pieces of the vocabulary that make it up.
 *
 * <p>Source: J. Devlin et al., "BERT", 2019, the uncased vocabulary; M. Schuster and K. Nakajima, "Japanese and Korean voice
 * search", 2012, for the pieces.
 */
public final class WordPieces {
    private static final String START = "[CLS]";
    private static final String END = "[SEP]";
    private static final String UNKNOWN = "[UNK]";
    private static final String INSIDE = "##";
    private static final int LONGEST_WORD = 100;
    private static final int MOST_CHARACTERS = 10_000;

    private final Map<String, Integer> vocabulary;
    private final int start;
    private final int end;
    private final int unknown;

    /**
     * @param vocabulary number of each piece; those inside a word begin with ##
     * @throws IllegalArgumentException if [CLS], [SEP] or [UNK] is missing
     */
    public WordPieces(Map<String, Integer> vocabulary) {
        this.vocabulary = Map.copyOf(vocabulary);
        start = special(START);
        end = special(END);
        unknown = special(UNKNOWN);
    }

    private int special(String piece) {
        Integer number = vocabulary.get(piece);
        if (number == null) {
            throw new IllegalArgumentException("the vocabulary has no " + piece);
        }
        return number;
    }

    /**
     * The numbers of a text's pieces, between those of start and end.
     *
     * @param most pieces, start and end included, at least 2; what exceeds them is cut off
     */
    public long[] encode(String text, int most) {
        List<Integer> pieces = new ArrayList<>();
        pieces.add(start);
        for (String word : words(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)))) {
            if (pieces.size() >= most) {
                break;
            }
            addPieces(word, pieces);
        }
        int length = Math.min(pieces.size(), most - 1);
        long[] numbers = new long[length + 1];
        for (int i = 0; i < length; i++) {
            numbers[i] = pieces.get(i);
        }
        numbers[length] = end;
        return numbers;
    }

    private void addPieces(String word, List<Integer> pieces) {
        if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
            pieces.add(unknown);
            return;
        }
        List<Integer> found = new ArrayList<>();
        int from = 0;
        while (from < word.length()) {
            int to = word.length();
            Integer piece = null;
            while (to > from) {
                String candidate = word.substring(from, to);
                piece = vocabulary.get(from == 0 ? candidate : INSIDE + candidate);
                if (piece != null) {
                    break;
                }
                to--;
            }
            if (piece == null) {
                pieces.add(unknown);
                return;
            }
            found.add(piece);
            from = to;
        }
        pieces.addAll(found);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(c -> !isDropped(c))
                .forEach(c -> {
                    if (isGap(c)) {
                        flush(word, words);
                    } else if (isMark(c) || isIdeograph(c)) {
                        flush(word, words);
                        words.add(Character.toString(c));
                    } else {
                        word.appendCodePoint(c);
                    }
                });
        flush(word, words);
        return words;
    }

    private static void flush(StringBuilder word, List<String> words) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isGap(int c) {
        return c == '\t' || c == '\n' || c == '\r' || Character.isSpaceChar(c);
    }

    /** Accents, control and format characters, and what could not be decoded. */
    private static boolean isDropped(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK -> true;
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> !isGap(c);
            default -> c == 0xFFFD;
        };
    }

    /** Punctuation of any script, and every ASCII mark. */
    private static boolean isMark(int c) {
        if (c < 128) {
            return c > ' ' && !Character.isLetterOrDigit(c);
        }
        return switch (Character.getType(c)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isIdeograph(int c) {
        return c >= 0x2E80
                && Character.isIdeographic(c)
                && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }
}
