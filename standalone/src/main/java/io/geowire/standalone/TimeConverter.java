package io.geowire.standalone;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A moment: a time such as {@code 2026-02-06T10:00:00Z}, the begin of a day in UTC, or so long ago as {@code PT24H} says. */
final class TimeConverter implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String text) {
        try {
            if (text.startsWith("P") || text.startsWith("p")) {
                return Instant.now().minus(Duration.parse(text));
            }
            return text.length() == "2026-02-06".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException | ArithmeticException e) {
            throw new TypeConversionException(
                    "'%s' is no time; it takes 2026-02-06T10:00:00Z, 2026-02-06 or, for so long ago, PT24H"
                            .formatted(text));
        }
    }
}
