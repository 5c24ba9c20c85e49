package io.strata.operations;

import io.strata.screens.Messages;
import io.strata.settings.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;

/** What the server is set to, and by what. */
@Named
@RequestScoped
public class SettingsScreen {

    @Inject
    SettingsReport report;

    @Inject
    Messages messages;

    private List<SettingValue> settings;

    public List<SettingValue> getSettings() {
        if (settings == null) {
            settings = report.all();
        }
        return settings;
    }

    /** Where a value comes from, in words. */
    public String source(SettingValue value) {
        String source = value.source() == null ? "" : value.source();
        String lower = source.toLowerCase(Locale.ROOT);
        if (source.equals(Settings.DEFAULT) || source.equals(Settings.FILE)) {
            return messages.get("settings." + source);
        }
        if (lower.contains("envconfig") || lower.contains("environment")) {
            return messages.get("settings.environment");
        }
        return lower.contains("syspropconfig") || lower.contains("system properties")
                ? messages.get("settings.property")
                : source;
    }

    /** Whether somebody has set it. */
    public boolean isOwn(SettingValue value) {
        return !Settings.DEFAULT.equals(value.source());
    }
}
