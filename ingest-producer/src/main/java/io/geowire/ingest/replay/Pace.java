package io.geowire.ingest.replay;

import io.geowire.service.ConfigurationException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When each article of a replay is due. */
public sealed interface Pace {
    /** As fast as the broker takes them. */
    Pace UNLIMITED = new Unlimited();

    /**
     * How long after the replay began an article is due.
     *
     * @param index of the article, from 0
     * @param first event time of the first one
     * @param event its own event time
     */
    Duration due(long index, Instant first, Instant event);

    /** As fast as the broker takes them. */
    record Unlimited() implements Pace {
        @Override
        public Duration due(long index, Instant first, Instant event) {
            return Duration.ZERO;
        }
    }

    /** So many articles in so long, evenly. */
    record Rate(double articles, Duration per) implements Pace {
        private static final Pattern FORM = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)(?:/([smh]))?");

        /**
         * Reads {@code 100/s}, {@code 30/m}, {@code 5/h}; a bare number is one a second.
         *
         * @param option to name when the text is none of these
         * @throws ConfigurationException if it is none
         */
        public static Rate parse(String option, String text) {
            Matcher form = FORM.matcher(text);
            double articles = form.matches() ? Double.parseDouble(form.group(1)) : 0;
            if (articles <= 0) {
                throw ConfigurationException.of(
                        option, text, "a number of articles above zero in a second, minute or hour, such as 100/s");
            }
            return new Rate(articles, unit(form.group(2)));
        }

        private static Duration unit(@Nullable String letter) {
            return switch (letter == null ? "s" : letter) {
                case "h" -> Duration.ofHours(1);
                case "m" -> Duration.ofMinutes(1);
                default -> Duration.ofSeconds(1);
            };
        }

        @Override
        public Duration due(long index, Instant first, Instant event) {
            return Duration.ofNanos((long) (index / articles * per.toNanos()));
        }
    }

    /** As the articles came, so many times as fast. One that is out of order is due at once. */
    record Speed(double times) implements Pace {
        private static final Pattern FORM = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)x?");

        /**
         * Reads {@code 10x} or {@code 0.5x}.
         *
         * @param option to name when the text is neither
         * @throws ConfigurationException if it is neither
         */
        public static Speed parse(String option, String text) {
            Matcher form = FORM.matcher(text);
            double times = form.matches() ? Double.parseDouble(form.group(1)) : 0;
            if (times <= 0) {
                throw ConfigurationException.of(option, text, "a factor above zero, such as 10x");
            }
            return new Speed(times);
        }

        @Override
        public Duration due(long index, Instant first, Instant event) {
            Duration behind = Duration.between(first, event);
            return behind.isNegative() ? Duration.ZERO : Duration.ofMillis((long) (behind.toMillis() / times));
        }
    }
}
