package io.strata.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private static final String KEY = Setting.SIGN_UP.key();

    @AfterEach
    void forget() {
        System.clearProperty(KEY);
    }

    @Test
    void knowsWhetherASwitchIsOn() {
        assertThat(Settings.isOn(Setting.SIGN_UP)).isFalse();

        System.setProperty(KEY, "true");

        assertThat(Settings.isOn(Setting.SIGN_UP)).isTrue();
    }

    @Test
    void namesTheSwitchThatIsNeitherOnNorOff() {
        System.setProperty(KEY, "yes");

        assertThatIllegalStateException()
                .isThrownBy(() -> Settings.isOn(Setting.SIGN_UP))
                .withMessageContaining(KEY);
    }
}
