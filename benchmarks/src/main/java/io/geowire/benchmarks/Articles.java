package io.geowire.benchmarks;

import io.geowire.enrichment.evaluation.LabelledArticle;
import io.geowire.enrichment.evaluation.LabelledNews;
import io.geowire.enrichment.text.NewsText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Articles of about 350 words, made of the bodies of labelled news; run in the project's folder. */
final class Articles {
    private static final Path NEWS = Path.of("enrichment-streams", "news", "dev", "asia.jsonl");
    private static final int WORDS = 350;

    private Articles() {}

    static List<NewsText> of350Words() throws IOException {
        List<NewsText> articles = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        int words = 0;
        for (LabelledArticle item : LabelledNews.read(NEWS)) {
            String text = item.text().body();
            if (text == null) {
                continue;
            }
            body.append(text).append("\n\n");
            words += text.split("\\s+").length;
            if (words >= WORDS) {
                articles.add(new NewsText(item.text().title(), body.toString()));
                body.setLength(0);
                words = 0;
            }
        }
        return articles;
    }
}
