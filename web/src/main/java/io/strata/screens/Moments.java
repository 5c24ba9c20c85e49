package io.strata.screens;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes points in time and spans the way screens show them. */
@Named("when")
@ApplicationScoped
public class Moments {

    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** The exact time in UTC, for a tooltip; a dash when there is none. */
    public String exact(Instant instant) {
        return instant == null ? "–" : EXACT.format(instant);
    }

    /** How long ago, roughly, and the day when it is more than a month; a dash when there is none. */
    public String ago(Instant instant) {
        return instant == null ? "–" : ago(instant, Instant.now());
    }

    static String ago(Instant instant, Instant now) {
        Duration age = Duration.between(instant, now);
        if (age.toSeconds() < 10) {
            return "just now";
        }
        if (age.toMinutes() < 1) {
            return age.toSeconds() + " s ago";
        }
        if (age.toHours() < 1) {
            return age.toMinutes() + " min ago";
        }
        if (age.toDays() < 1) {
            return age.toHours() + " h ago";
        }
        return age.toDays() < 31 ? age.toDays() + " d ago" : DAY.format(instant);
    }

    /** A length of time with its two largest units. */
    public String span(Duration duration) {
        if (duration == null) {
            return "–";
        }
        if (duration.toSeconds() < 1) {
            return duration.toMillis() + " ms";
        }
        if (duration.toMinutes() < 1) {
            return String.format(Locale.ENGLISH, "%.1f s", duration.toMillis() / 1000.0);
        }
        return duration.toHours() < 1
                ? duration.toMinutes() + " min " + duration.toSecondsPart() + " s"
                : duration.toHours() + " h " + duration.toMinutesPart() + " min";
    }
}
