package io.strata.operations;

import io.strata.access.Action;
import io.strata.access.Requires;
import io.strata.settings.Setting;
import io.strata.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;

/** What the server is set to. Secrets are named, never told. */
@ApplicationScoped
public class SettingsReport {

    /** Every setting, in the order of the registry. */
    @Requires(Action.SYSTEM_READ)
    public List<SettingValue> all() {
        return Arrays.stream(Setting.values()).map(SettingsReport::value).toList();
    }

    private static SettingValue value(Setting setting) {
        String source = Settings.source(setting);
        String value = setting.secret() ? null : Settings.get(setting);
        return new SettingValue(setting, value, !Settings.get(setting).isEmpty(), source);
    }
}
