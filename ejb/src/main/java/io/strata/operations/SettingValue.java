package io.strata.operations;

import io.strata.settings.Setting;

/**
 * What holds for a setting.
 *
 * @param value {@code null} for a secret
 * @param set whether there is a value, shown or not
 * @param source where it comes from: {@value io.strata.settings.Settings#DEFAULT}, {@value io.strata.settings.Settings#FILE},
 *     or the name of a source of the configuration
 */
public record SettingValue(Setting setting, String value, boolean set, String source) {}
