package io.geowire.ingest.json;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The text of an HTML document or fragment. */
public final class Html {
    private static final String NOT_TEXT = "script, style, head, figure";

    private Html() {}

    /** Blocks become paragraphs, entities characters; scripts, styles and figures go. */
    public static String text(String html) {
        Element body = Jsoup.parse(html).body();
        body.select(NOT_TEXT).remove();
        StringBuilder text = new StringBuilder();
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(words.text());
                } else if (node instanceof Element element && element.isBlock()) {
                    text.append("\n\n");
                } else if (node.nameIs("br")) {
                    text.append('\n');
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && element.isBlock()) {
                    text.append("\n\n");
                }
            }
        });
        return text.toString().strip().replaceAll("[ \\t]*\\n[ \\t]*", "\n").replaceAll("\n{3,}", "\n\n");
    }
}
