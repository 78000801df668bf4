package io.geowire.alerts.delivery;

import io.geowire.service.yaml.FieldNodes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads where to send to. A URL may be a secret, so no fault quotes one. */
final class UrlField {
    private static final int MAX_URL = 2_048;
    private static final List<String> FIELDS = List.of("url", "urlEnv", "urlFile");

    private final FieldNodes fields;
    private final SecretTexts texts;

    UrlField(FieldNodes fields, SecretTexts texts) {
        this.fields = fields;
        this.texts = texts;
    }

    /** Null if it is missing or faulty. */
    @Nullable
    URI url(boolean allowHttp) {
        List<String> given = FIELDS.stream().filter(fields::has).toList();
        if (given.isEmpty()) {
            fields.fault("url", "is missing");
            return null;
        }
        if (given.size() > 1) {
            fields.fault(given.get(1), "stands beside " + given.get(0) + "; one of them is enough");
            return null;
        }
        String field = given.get(0);
        String text = text(field);
        if (text == null) {
            return null;
        }
        Optional<String> fault = fault(text, allowHttp);
        if (fault.isPresent()) {
            fields.fault(field, fault.get());
            return null;
        }
        return URI.create(text);
    }

    private @Nullable String text(String field) {
        if (field.equals("url")) {
            return fields.text(field, MAX_URL);
        }
        String name = fields.text(field, SecretTexts.MAX_NAME);
        return name == null
                ? null
                : texts.of(field, List.of(name)).stream()
                        .findFirst()
                        .map(named -> named.value().value())
                        .orElse(null);
    }

    private static Optional<String> fault(String text, boolean allowHttp) {
        URI url;
        try {
            url = new URI(text);
        } catch (URISyntaxException e) {
            // Its message quotes the URL.
            return Optional.of("is no URL: " + e.getReason() + " at character " + (e.getIndex() + 1));
        }
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("https") && !scheme.equals("http")) {
            return Optional.of("must begin with https://");
        }
        if (scheme.equals("http") && !allowHttp) {
            return Optional.of("must begin with https://; 'allowHttp: true' allows http://");
        }
        if (url.getRawAuthority() != null && url.getRawAuthority().contains("@")) {
            return Optional.of(
                    "must not hold a user name or password; send them in headers, from an environment variable");
        }
        if (url.getHost() == null) {
            return Optional.of("has no host that is valid: letters, digits, hyphens and dots, or an IP address");
        }
        if (url.getPort() == 0 || url.getPort() > 65_535) {
            return Optional.of("has port " + url.getPort() + "; allowed are 1 to 65535");
        }
        if (url.getRawFragment() != null) {
            return Optional.of("must not have a fragment (#)");
        }
        return text.length() > MAX_URL
                ? Optional.of("has " + text.length() + " characters; allowed are " + MAX_URL)
                : Optional.empty();
    }
}
