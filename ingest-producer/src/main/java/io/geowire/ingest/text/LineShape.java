package io.geowire.ingest.text;

import java.util.List;
import java.util.regex.Pattern;

/** What a line or a few lines look like. Lines are trimmed. */
final class LineShape {
    private static final int MAX_HEADLINE = 200;
    private static final int MAX_WRAP_WIDTH = 120;
    private static final int MAX_CROSSHEAD_WORDS = 3;
    private static final int MAX_CREDIT = 120;

    /** What may stand between the full stop and the end of a sentence. */
    private static final String CLOSERS = "\"'”’»)]";

    private static final String FULL_STOPS = ".。．｡।۔";
    private static final String GOES_ON = ",;:،؛，；：";
    private static final Pattern ACRONYM = Pattern.compile("(?:.*[^\\p{L}\\p{M}])?(?:\\p{Lu}\\.){2,}");
    private static final Pattern ELLIPSIS = Pattern.compile(".*\\.\\.\\.");
    private static final Pattern BYLINE = Pattern.compile("By \\p{Lu}.*");
    private static final Pattern CREDIT =
            Pattern.compile("\\(?(?:By|(?:Additional )?[Rr]eporting by|Writing by|Editing by) \\p{Lu}.*");

    private LineShape() {}

    /**
     * Under 200 characters and not closed by a full stop, nor by a comma, semicolon or colon, after which a text goes on.
     * The dot of an acronym ("U.S.") and an ellipsis close nothing.
     */
    static boolean isHeadline(String line) {
        return isShort(line) && !hasFullStop(line) && GOES_ON.indexOf(lastCodePoint(line)) < 0;
    }

    /** Under 200 characters. */
    static boolean isShort(String line) {
        return !line.isEmpty() && line.codePointCount(0, line.length()) < MAX_HEADLINE;
    }

    /** Whether a full stop closes it, quotes and brackets behind it aside. */
    static boolean hasFullStop(String line) {
        int end = line.length();
        while (end > 0 && CLOSERS.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        String core = line.substring(0, end);
        return !core.isEmpty()
                && FULL_STOPS.indexOf(core.charAt(end - 1)) >= 0
                && !ACRONYM.matcher(core).matches()
                && !ELLIPSIS.matcher(core).matches();
    }

    static boolean endsWithColon(String line) {
        return line.endsWith(":") || line.endsWith("：");
    }

    /** A heading inside an article: three words at most. */
    static boolean isCrosshead(String line) {
        return line.split("\\s+").length <= MAX_CROSSHEAD_WORDS;
    }

    /** "By Jane Doe". */
    static boolean isByline(String line) {
        return line.length() <= MAX_CREDIT && BYLINE.matcher(line).matches();
    }

    /** A byline, or what stands below an article: "Reporting by …", "Editing by …". */
    static boolean isCredit(String line) {
        return line.length() <= MAX_CREDIT && CREDIT.matcher(line).matches();
    }

    /**
     * Whether these are one paragraph, broken to a width: no line has room for the first word of the next. Two or three
     * lines may look so by chance, unless one goes on in lower case.
     */
    static boolean isHardWrapped(List<String> lines) {
        int width = lines.stream().mapToInt(LineShape::length).max().orElse(0);
        if (lines.size() < 2 || width > MAX_WRAP_WIDTH) {
            return false;
        }
        boolean goesOn = lines.size() > 3;
        for (int i = 1; i < lines.size(); i++) {
            String line = lines.get(i);
            int word = line.indexOf(' ') < 0 ? length(line) : length(line.substring(0, line.indexOf(' ')));
            if (length(lines.get(i - 1)) + 1 + word <= width) {
                return false;
            }
            goesOn |= Character.isLowerCase(line.codePointAt(0));
        }
        return goesOn;
    }

    static String trim(String line) {
        int start = 0;
        int end = line.length();
        while (start < end && isSpace(line.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(start, end);
    }

    static boolean isSpace(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static int lastCodePoint(String line) {
        return line.codePointBefore(line.length());
    }

    private static int length(String line) {
        return line.codePointCount(0, line.length());
    }
}
