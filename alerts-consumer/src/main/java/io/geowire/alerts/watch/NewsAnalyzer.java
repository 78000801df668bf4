package io.geowire.alerts.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts text into words as Unicode's word boundaries have it, and makes them comparable: no case, no diacritics, no
 * possessive. Words are not stemmed: {@code sanction} does not find "sanctions", {@code sanction*} does.
 */
final class NewsAnalyzer extends Analyzer {
    /** Positions left free between two paragraphs, so that no phrase reaches across. */
    static final int PARAGRAPH_GAP = 1_000;

    @Override
    protected TokenStreamComponents createComponents(String field) {
        StandardTokenizer words = new StandardTokenizer();
        return new TokenStreamComponents(words, fold(new EnglishPossessiveFilter(words)));
    }

    @Override
    protected TokenStream normalize(String field, TokenStream in) {
        return fold(in);
    }

    private static TokenStream fold(TokenStream in) {
        return new ASCIIFoldingFilter(new LowerCaseFilter(in));
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return PARAGRAPH_GAP;
    }

    /** Paragraphs are handed over with all that is between them, so offsets simply go on. */
    @Override
    public int getOffsetGap(String field) {
        return 0;
    }

    /** The words of a text, in order. */
    List<String> words(String text) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = tokenStream(TextField.BODY.queryName(), text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** A part of a word, folded but not cut. */
    String part(String text) {
        return normalize(TextField.BODY.queryName(), text).utf8ToString();
    }
}
