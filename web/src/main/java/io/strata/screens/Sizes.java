package io.strata.screens;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;

/** Writes numbers of bytes and shares the way screens show them. */
@Named("size")
@ApplicationScoped
public class Sizes {

    private static final String[] UNITS = {"B", "KB", "MB", "GB", "TB"};

    /** Bytes in the largest unit that leaves at least one, in steps of 1024. */
    public String of(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return unit == 0 || value >= 100
                ? Math.round(value) + " " + UNITS[unit]
                : String.format(Locale.ENGLISH, "%.1f %s", value, UNITS[unit]);
    }

    /** A share from 0 to 1 in per cent. */
    public String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
