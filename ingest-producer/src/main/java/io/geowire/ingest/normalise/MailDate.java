package io.geowire.ingest.normalise;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as mail writes them (RFC 822, 1123 and 5322) and as feeds take that: months in full, days and hours of one digit, years of two,
 * AM and PM, the month before the day, the year at the end.
 *
 * <p>A zone is an offset, a known name, or both. RFC 5322, 4.3: any other name says nothing and is UTC; so are the letters of the
 * military zones, which are mostly wrong.
 */
final class MailDate {
    private static final String DAY = "(?<day>\\d{1,2})(?:st|nd|rd|th)?";
    private static final String MONTH = "(?<month>\\p{L}{3,9})\\.?";
    private static final String YEAR = "(?<year>\\d{4}|\\d{2})";
    private static final String TIME =
            "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:\\.\\d+)?)?(?:\\s*(?<half>[ap]m))?";
    private static final String ZONE =
            "(?:(?<zone>[a-z]{1,5})?\\s*(?<sign>[+-])?(?:(?<=[+-])(?<zoneHour>\\d{1,2}?):?(?<zoneMinute>\\d{2})?)?)?(?:\\s*\\([^()]*\\))?";
    private static final List<Pattern> FORMS = List.of(
            form(DAY + "[\\s-]*" + MONTH + ",?[\\s-]+" + YEAR + "(?:,?(?:\\s+|t)" + TIME + "\\s*" + ZONE + ")?"),
            form(MONTH + "\\s+" + DAY + ",?\\s+(?<year>\\d{4})(?:,?\\s+" + TIME + "\\s*" + ZONE + ")?"),
            form(MONTH + "\\s+" + DAY + ",?\\s+" + TIME + "\\s*" + ZONE + "\\s+(?<year>\\d{4})"));

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> MONTHS_IN_FULL = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    /** Minutes east of Greenwich: the names of RFC 5322 and those that feeds use and that mean one thing in news. */
    private static final Map<String, Integer> ZONES = Map.ofEntries(
            Map.entry("est", -300),
            Map.entry("edt", -240),
            Map.entry("cst", -360),
            Map.entry("cdt", -300),
            Map.entry("mst", -420),
            Map.entry("mdt", -360),
            Map.entry("pst", -480),
            Map.entry("pdt", -420),
            Map.entry("wet", 0),
            Map.entry("west", 60),
            Map.entry("bst", 60),
            Map.entry("cet", 60),
            Map.entry("cest", 120),
            Map.entry("eet", 120),
            Map.entry("eest", 180),
            Map.entry("msk", 180),
            Map.entry("trt", 180),
            Map.entry("gst", 240),
            Map.entry("pkt", 300),
            Map.entry("ist", 330),
            Map.entry("hkt", 480),
            Map.entry("sgt", 480),
            Map.entry("jst", 540),
            Map.entry("kst", 540),
            Map.entry("aest", 600),
            Map.entry("aedt", 660),
            Map.entry("nzst", 720),
            Map.entry("nzdt", 780));

    private static final int PIVOT = 50;
    private static final int MAX_ZONE_MINUTES = 18 * 60;

    private MailDate() {}

    /** The instant that {@code text} names, if it is written so. */
    static Optional<Instant> parse(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (Pattern form : FORMS) {
            Matcher date = form.matcher(lower);
            if (date.matches()) {
                return instant(date);
            }
        }
        return Optional.empty();
    }

    /** Minutes east of Greenwich of a zone that has this name, if it is a known one. */
    static Optional<Integer> zone(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "z", "ut", "utc", "gmt" -> Optional.of(0);
            default -> Optional.ofNullable(ZONES.get(lower));
        };
    }

    private static Pattern form(String date) {
        return Pattern.compile("(?:\\p{L}{2,9}\\.?(?:,\\s*|\\s+))?" + date);
    }

    private static Optional<Instant> instant(Matcher date) {
        int month = month(date.group("month"));
        int minutes = minutes(date);
        if (month == 0 || Math.abs(minutes) > MAX_ZONE_MINUTES) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(year(date.group("year")), month, Integer.parseInt(date.group("day")));
            if (date.group("hour") == null) {
                return Optional.of(day.atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            int hour = hour(Integer.parseInt(date.group("hour")), date.group("half"));
            boolean midnightAtTheEnd = hour == 24 && Integer.parseInt(date.group("minute")) == 0;
            LocalTime time =
                    LocalTime.of(midnightAtTheEnd ? 0 : hour, Integer.parseInt(date.group("minute")), second(date));
            return Optional.of(day.plusDays(midnightAtTheEnd ? 1 : 0)
                    .atTime(time)
                    .toInstant(ZoneOffset.ofTotalSeconds(minutes * 60)));
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    /** 1 to 12, or 0 if it is none. */
    private static int month(String name) {
        int full = MONTHS_IN_FULL.indexOf(name);
        return full >= 0 ? full + 1 : MONTHS.indexOf(name.equals("sept") ? "sep" : name) + 1;
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 2) {
            return year;
        }
        return year + (year < PIVOT ? 2000 : 1900);
    }

    private static int hour(int hour, @Nullable String half) {
        return half == null ? hour : hour % 12 + (half.equals("pm") ? 12 : 0);
    }

    /** A leap second counts as the one before it. */
    private static int second(Matcher date) {
        return date.group("second") == null ? 0 : Math.min(Integer.parseInt(date.group("second")), 59);
    }

    private static int minutes(Matcher date) {
        if (date.group("zoneHour") == null) {
            return date.group("zone") == null ? 0 : zone(date.group("zone")).orElse(0);
        }
        int minute = date.group("zoneMinute") == null ? 0 : Integer.parseInt(date.group("zoneMinute"));
        int minutes = Integer.parseInt(date.group("zoneHour")) * 60 + minute;
        return "-".equals(date.group("sign")) ? -minutes : minutes;
    }
}
