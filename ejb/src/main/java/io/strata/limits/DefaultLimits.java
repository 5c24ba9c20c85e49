package io.strata.limits;

import io.strata.settings.Setting;
import io.strata.settings.Settings;

/**
 * What holds where nothing else is said, in requests a minute; 0 means no limit.
 *
 * @param people for each person
 * @param agents for each agent
 * @param addresses for each network from which requests come that nobody has signed
 */
public record DefaultLimits(int people, int agents, int addresses) {

    /** What the settings say. */
    static DefaultLimits current() {
        return new DefaultLimits(
                read(Setting.RATE_LIMIT_PEOPLE), read(Setting.RATE_LIMIT_AGENTS), read(Setting.RATE_LIMIT_ADDRESSES));
    }

    private static int read(Setting setting) {
        long value = Settings.number(setting);
        if (value < 0 || value > RateLimitService.MAXIMUM) {
            throw new IllegalStateException(setting.key() + " must be 0 to " + RateLimitService.MAXIMUM);
        }
        return (int) value;
    }
}
