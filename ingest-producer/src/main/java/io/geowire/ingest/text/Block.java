package io.geowire.ingest.text;

import java.util.List;

/**
 * Lines without a blank one between them.
 *
 * @param lines at least one, trimmed
 * @param blankLinesBefore how many parted it from what came before
 */
record Block(List<TextLine> lines, int blankLinesBefore) {
    /** From this many lines on, one full stop in five lines does not make a list of headlines an article. */
    private static final int TOLERANT_FROM = 5;

    Block {
        lines = List.copyOf(lines);
    }

    TextLine first() {
        return lines.get(0);
    }

    Block withoutFirst() {
        return new Block(lines.subList(1, lines.size()), 0);
    }

    boolean isSingle() {
        return lines.size() == 1;
    }

    List<String> texts() {
        return lines.stream().map(TextLine::text).toList();
    }

    /** Whether it is bare headlines, one a line. */
    boolean isHeadlines() {
        long headlines =
                lines.stream().filter(line -> LineShape.isHeadline(line.text())).count();
        if (headlines == lines.size()) {
            return true;
        }
        long others = lines.size() - headlines;
        return lines.size() >= TOLERANT_FROM
                && others * TOLERANT_FROM <= lines.size()
                && lines.stream().allMatch(line -> LineShape.isShort(line.text()))
                && !LineShape.isHardWrapped(texts());
    }

    /** Whether its first line is a title above the rest. */
    boolean hasTitleLine() {
        return lines.size() > 1 && LineShape.isHeadline(first().text()) && !LineShape.isHardWrapped(texts());
    }
}
