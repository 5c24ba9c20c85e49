package io.strata.screens;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Locale;

/** Gives pages the style class that goes with a status. */
@Named("tone")
@ApplicationScoped
public class Tones {

    /** The style class of a pill that shows a status; one that is still changing is marked as live. */
    public String of(Object status) {
        if (status == null) {
            return Tone.NEUTRAL.styleClass();
        }
        Tone tone = Tone.ofStatus(status.toString());
        return tone == Tone.INFO ? tone.styleClass() + " live" : tone.styleClass();
    }

    /** The key of a status among the texts. */
    public String key(Object status) {
        return "status." + String.valueOf(status).toLowerCase(Locale.ROOT);
    }
}
