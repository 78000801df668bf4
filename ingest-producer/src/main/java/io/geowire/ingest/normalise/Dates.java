package io.geowire.ingest.normalise;

import io.geowire.ingest.item.RawDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the forms in which news gives its dates. A time without a zone is UTC. */
public final class Dates {
    /** Numbers below are seconds (up to the year 5138), from here on milliseconds (from 1973). */
    private static final double FIRST_MILLISECONDS = 1e11;

    /** No date is longer, and the patterns below are not made for long texts. */
    private static final int MAX_LENGTH = 100;

    private static final Pattern ZONE_NAME = Pattern.compile("\\s*\\b(\\p{L}{1,5})$");

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendPattern("['T'][' ']")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[' '][XXX][XX][X]")
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Dates() {}

    /** The instant that a date names, if it is written in a known form: ISO 8601, as in mail, seconds or milliseconds since 1970. */
    public static Optional<Instant> parse(RawDate date) {
        return date.numeric() ? epoch(date.text()) : text(date.text().strip());
    }

    private static Optional<Instant> epoch(String digits) {
        try {
            double number = Double.parseDouble(digits);
            if (Double.isNaN(number) || Math.abs(number) > 1e17) {
                return Optional.empty();
            }
            double millis = Math.abs(number) < FIRST_MILLISECONDS ? number * 1_000 : number;
            return Optional.of(Instant.ofEpochMilli(Math.round(millis)));
        } catch (NumberFormatException notANumber) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> text(String text) {
        return text.length() > MAX_LENGTH ? Optional.empty() : written(text);
    }

    private static Optional<Instant> written(String text) {
        return iso(text).or(() -> iso(withNumericZone(text))).or(() -> MailDate.parse(text));
    }

    private static String withNumericZone(String text) {
        Matcher zone = ZONE_NAME.matcher(text);
        if (!zone.find()) {
            return text;
        }
        return MailDate.zone(zone.group(1))
                .map(minutes -> text.substring(0, zone.start()) + ZoneOffset.ofTotalSeconds(minutes * 60))
                .orElse(text);
    }

    private static Optional<Instant> iso(String text) {
        try {
            TemporalAccessor parsed = ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (parsed instanceof OffsetDateTime time) {
                return Optional.of(time.toInstant());
            }
            LocalDateTime local = parsed instanceof LocalDateTime time
                    ? time
                    : LocalDate.from(parsed).atStartOfDay();
            return Optional.of(local.toInstant(ZoneOffset.UTC));
        } catch (DateTimeException notThisForm) {
            return Optional.empty();
        }
    }
}
