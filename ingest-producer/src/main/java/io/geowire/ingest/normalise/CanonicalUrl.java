package io.geowire.ingest.normalise;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A web address in one form, so that the same page has one: RFC 3986's syntax-based normalisation, and without fragment,
 * credentials and the parameters that only say where a reader came from.
 *
 * @param text to store and to open
 * @param identity to compare by: without scheme and closing slash
 * @param namesAPage whether it names more than a site: a home page is no identity of an article
 */
public record CanonicalUrl(String text, String identity, boolean namesAPage) {
    private static final Pattern PARTS = Pattern.compile("(?i)(https?)://([^/?#\\\\]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?");
    private static final Pattern AUTHORITY = Pattern.compile("(?:.*@)?(\\[[0-9a-fA-F:.]+]|[^:@\\[\\]]+)(?::([0-9]*))?");
    private static final Pattern HOST = Pattern.compile("\\[[0-9a-f:.]+]|[a-z0-9_-]+(\\.[a-z0-9_-]+)*");
    private static final Pattern TRACKING_FAMILY = Pattern.compile("(utm_|at_|_hs|mc_|guce).*");
    private static final Set<String> TRACKING = Set.of(
            "_ga",
            "_gl",
            "cmpid",
            "dclid",
            "fbclid",
            "gad_source",
            "gbraid",
            "gclid",
            "gclsrc",
            "guccounter",
            "igsh",
            "igshid",
            "li_fat_id",
            "mkt_tok",
            "msclkid",
            "ocid",
            "oly_anon_id",
            "oly_enc_id",
            "smid",
            "srsltid",
            "ttclid",
            "twclid",
            "vero_id",
            "wbraid",
            "yclid",
            "ysclid");
    private static final String KEPT_IN_PATH = "-._~!$&'()*+,;=:@/";
    private static final String KEPT_IN_QUERY = KEPT_IN_PATH + "?[]";

    /** The canonical form of an {@code http} or {@code https} address; empty for anything else. */
    public static Optional<CanonicalUrl> of(String address) {
        Matcher parts = PARTS.matcher(address.strip().replaceAll("\\p{Cntrl}", ""));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        Optional<String> authority = authority(scheme, parts.group(2));
        if (authority.isEmpty()) {
            return Optional.empty();
        }
        String path = withoutDots(encode(parts.group(3).replace('\\', '/'), KEPT_IN_PATH));
        String query = parts.group(4) == null ? "" : withoutTracking(encode(parts.group(4), KEPT_IN_QUERY));
        String tail = query.isEmpty() ? "" : "?" + query;
        return Optional.of(new CanonicalUrl(
                scheme + "://" + authority.get() + path + tail,
                authority.get() + path.replaceFirst("/+$", "") + tail,
                path.length() > 1 || !query.isEmpty()));
    }

    private static Optional<String> authority(String scheme, String text) {
        Matcher matcher = AUTHORITY.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String host;
        try {
            host = matcher.group(1).startsWith("[")
                    ? matcher.group(1).toLowerCase(Locale.ROOT)
                    : IDN.toASCII(matcher.group(1), IDN.ALLOW_UNASSIGNED)
                            .toLowerCase(Locale.ROOT)
                            .replaceFirst("\\.$", "");
        } catch (IllegalArgumentException notAHostName) {
            return Optional.empty();
        }
        if (!HOST.matcher(host).matches()) {
            return Optional.empty();
        }
        String port = matcher.group(2) == null ? "" : matcher.group(2).replaceFirst("^0+(?=.)", "");
        if (port.length() > 5) {
            return Optional.empty();
        }
        boolean usual = port.isEmpty() || port.equals(scheme.equals("http") ? "80" : "443");
        return Optional.of(usual ? host : host + ":" + port);
    }

    /** RFC 3986, 5.2.4; an empty path is the root. */
    private static String withoutDots(String path) {
        Deque<String> segments = new ArrayDeque<>();
        String[] all = path.split("/", -1);
        for (int i = 1; i < all.length; i++) {
            boolean last = i == all.length - 1;
            switch (all[i]) {
                case "." -> {
                    if (last) {
                        segments.addLast("");
                    }
                }
                case ".." -> {
                    segments.pollLast();
                    if (last) {
                        segments.addLast("");
                    }
                }
                default -> segments.addLast(all[i]);
            }
        }
        return "/" + String.join("/", segments);
    }

    private static String withoutTracking(String query) {
        StringJoiner kept = new StringJoiner("&");
        for (String parameter : query.split("&", -1)) {
            String name = parameter.split("=", 2)[0].toLowerCase(Locale.ROOT);
            if (!parameter.isEmpty()
                    && !TRACKING.contains(name)
                    && !TRACKING_FAMILY.matcher(name).matches()) {
                kept.add(parameter);
            }
        }
        return kept.toString();
    }

    /** Percent-encodes what must be, decodes what need not be, and writes escapes in capitals. */
    private static String encode(String text, String kept) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            int escape = c == '%' ? escapedByte(text, i) : -1;
            if (escape >= 0) {
                append(encoded, escape, isUnreserved(escape));
                i += 3;
                continue;
            }
            if (c < 0x80) {
                append(encoded, c, isAlphanumeric(c) || kept.indexOf(c) >= 0);
            } else {
                for (byte b : new String(Character.toChars(c)).getBytes(StandardCharsets.UTF_8)) {
                    append(encoded, b & 0xFF, false);
                }
            }
            i += Character.charCount(c);
        }
        return encoded.toString();
    }

    private static int escapedByte(String text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), 16);
        int low = Character.digit(text.charAt(at + 2), 16);
        return high < 0 || low < 0 ? -1 : high * 16 + low;
    }

    private static void append(StringBuilder encoded, int octet, boolean plain) {
        if (plain) {
            encoded.append((char) octet);
        } else {
            encoded.append("%%%02X".formatted(octet));
        }
    }

    private static boolean isUnreserved(int c) {
        return isAlphanumeric(c) || "-._~".indexOf(c) >= 0;
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
