package io.geowire.ingest.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalUrlTest {
    @ParameterizedTest
    @CsvSource({
        "HTTPS://News.Example.COM/World/A,https://news.example.com/World/A",
        "https://example.com,https://example.com/",
        "http://example.com:80/a,http://example.com/a",
        "https://example.com:443/a,https://example.com/a",
        "https://example.com:/a,https://example.com/a",
        "https://example.com:8443/a,https://example.com:8443/a",
        "https://example.com./a,https://example.com/a",
        "https://example.com/a#top,https://example.com/a",
        "https://example.com/a?utm_source=x&id=7&fbclid=y&UTM_Campaign=z,https://example.com/a?id=7",
        "https://example.com/a?gclid=1,https://example.com/a",
        "https://example.com/a?,https://example.com/a",
        "https://example.com/a?b=2&a=1,https://example.com/a?b=2&a=1",
        "https://example.com/a/./b/../c,https://example.com/a/c",
        "https://example.com/../a,https://example.com/a",
        "https://example.com/a%7eb%2fc,https://example.com/a~b%2Fc",
        "https://example.com/ä ö,https://example.com/%C3%A4%20%C3%B6",
        "https://example.com/100%,https://example.com/100%25",
        "https://müller.example/a,https://xn--mller-kva.example/a",
        "https://example。com/a,https://example.com/a",
        "https://user:secret@example.com/a,https://example.com/a",
        "https://user:p@ss@example.com/a,https://example.com/a",
        "http://[2001:DB8::1]:8080/a,http://[2001:db8::1]:8080/a",
        "https:\\\\example.com/a,",
        "' https://example.com/a\t',https://example.com/a",
    })
    void oneFormForOnePage(String address, String canonical) {
        assertThat(CanonicalUrl.of(address).map(CanonicalUrl::text).orElse(null))
                .isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/a",
                "/a",
                "ftp://example.com/a",
                "javascript:alert(1)",
                "urn:newsml:example",
                "https://",
                "https:///a",
                "https://exa mple.com/a",
                "https://example.com:port/a",
                "https://example.com:999999/a",
                "https://a..b/c",
                "mailto:desk@example.com"
            })
    void othersAreNoWebAddress(String address) {
        assertThat(CanonicalUrl.of(address)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.com/a,https://example.com/a/",
        "https://example.com/a?id=1,https://EXAMPLE.com/a/?id=1&utm_medium=rss#x",
    })
    void schemeAndClosingSlashDoNotMakeAnotherPage(String one, String other) {
        assertThat(identity(one)).isEqualTo(identity(other));
    }

    @Test
    void homePageNamesNoArticle() {
        assertThat(CanonicalUrl.of("https://example.com/?utm_source=x")
                        .orElseThrow()
                        .namesAPage())
                .isFalse();
        assertThat(CanonicalUrl.of("https://example.com/?p=12").orElseThrow().namesAPage())
                .isTrue();
    }

    @RepeatedTest(20)
    void canonicalFormOfACanonicalFormIsItself() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String alphabet = "aZ09%/?#&=.:;@[]ü 中😀\\+~-_<>\"'|^`{}";
        StringBuilder tail = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            tail.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        String address = "https://example.com/" + tail;

        CanonicalUrl once = CanonicalUrl.of(address).orElseThrow();

        assertThat(CanonicalUrl.of(once.text()))
                .as("seed %d, %s", seed, address)
                .contains(once);
    }

    private static String identity(String address) {
        return CanonicalUrl.of(address).orElseThrow().identity();
    }
}
