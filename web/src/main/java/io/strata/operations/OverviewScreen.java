package io.strata.operations;

import io.strata.screens.DoughnutChart;
import io.strata.screens.Messages;
import io.strata.screens.Theme;
import io.strata.screens.Tone;
import io.strata.screens.Tones;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** The first screen of the administration; its page asks again every few seconds. */
@Named
@RequestScoped
public class OverviewScreen {

    @Inject
    Overview overview;

    @Inject
    Theme theme;

    @Inject
    Messages messages;

    @Inject
    Tones tones;

    private OverviewView view;

    @PostConstruct
    void load() {
        view = overview.now();
    }

    public OverviewView getView() {
        return view;
    }

    /** How many there are of each kind; a value is {@code null} where the store is down. */
    public List<Map.Entry<String, Long>> getCounts() {
        return List.copyOf(view.counts().entrySet());
    }

    /** Documents by status, for the chart's legend. */
    public List<Map.Entry<String, Long>> getDocuments() {
        return List.copyOf(view.documents().entrySet());
    }

    public boolean isAnyDocuments() {
        return !view.documents().isEmpty();
    }

    /** Documents by status, as a configuration of the chart. */
    public String getDocumentsChart() {
        DoughnutChart chart = new DoughnutChart(theme.isDark());
        view.documents()
                .forEach((status, count) -> chart.slice(messages.get(tones.key(status)), count, Tone.ofStatus(status)));
        return chart.json();
    }
}
