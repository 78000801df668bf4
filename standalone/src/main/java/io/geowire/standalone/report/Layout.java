package io.geowire.standalone.report;

/** How a report looks: styles on a terminal, plain marks elsewhere. */
final class Layout {
    private static final String INDENT = "  ";
    private static final int LABEL_WIDTH = 10;

    private final boolean styled;

    Layout(boolean styled) {
        this.styled = styled;
    }

    String heading(String text) {
        return styled ? style("1;7", " " + text + " ") + "\n" : "=== " + text + " ===\n";
    }

    String title(String text) {
        return style("1", text);
    }

    String faint(String text) {
        return style("2", text);
    }

    /** Words to be seen at once. */
    String marked(String text) {
        return styled ? style("1;33", text) : "[" + text + "]";
    }

    String severity(String severity) {
        String colour = switch (severity) {
            case "critical" -> "1;31";
            case "high" -> "31";
            case "medium" -> "33";
            default -> "36";
        };
        return style(colour, "%-8s".formatted(severity));
    }

    String indented(String text) {
        return " ".repeat(LABEL_WIDTH) + text;
    }

    /** A label, and to the right of it the lines of a text. */
    String labelled(String label, String text) {
        return INDENT
                + faint(("%-" + LABEL_WIDTH + "s").formatted(label))
                + text.replace("\n", "\n" + INDENT + " ".repeat(LABEL_WIDTH));
    }

    private String style(String code, String text) {
        return styled && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
}
