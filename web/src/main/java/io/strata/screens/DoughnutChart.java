package io.strata.screens;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;

/** Writes the configuration of a doughnut chart (Chart.js) in the colours of the theme. */
public class DoughnutChart {

    private final boolean dark;
    private final JsonArrayBuilder labels = Json.createArrayBuilder();
    private final JsonArrayBuilder values = Json.createArrayBuilder();
    private final JsonArrayBuilder colours = Json.createArrayBuilder();

    public DoughnutChart(boolean dark) {
        this.dark = dark;
    }

    /** Adds a slice. */
    public void slice(String label, long value, Tone tone) {
        labels.add(label);
        values.add(value);
        colours.add(tone.colour(dark));
    }

    /** The configuration. */
    public String json() {
        JsonObject data = Json.createObjectBuilder()
                .add("labels", labels)
                .add(
                        "datasets",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("data", values)
                                        .add("backgroundColor", colours)
                                        .add("borderColor", dark ? "#131519" : "#ffffff")
                                        .add("borderWidth", 3)
                                        .add("borderRadius", 4)))
                .build();
        JsonObject legend = Json.createObjectBuilder().add("display", false).build();
        JsonObject options = Json.createObjectBuilder()
                .add("cutout", "72%")
                .add("responsive", true)
                .add("maintainAspectRatio", false)
                .add("animation", false)
                .add("plugins", Json.createObjectBuilder().add("legend", legend))
                .build();
        return Json.createObjectBuilder()
                .add("type", "doughnut")
                .add("data", data)
                .add("options", options)
                .build()
                .toString();
    }
}
