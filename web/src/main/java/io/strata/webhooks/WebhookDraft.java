package io.strata.webhooks;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** A webhook as a person fills it in. */
public class WebhookDraft implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID id;
    private String url;
    private String description;
    private String events = "*";
    private String subtree;
    private String labels;

    /** A new one. */
    public WebhookDraft() {
        this.id = null;
    }

    /** A known one, to be changed. */
    WebhookDraft(WebhookView webhook) {
        this.id = webhook.id();
        this.url = webhook.url();
        this.description = webhook.description();
        this.events = String.join(", ", webhook.events());
        this.subtree = webhook.subtreeId() == null ? null : webhook.subtreeId().toString();
        this.labels = String.join(", ", webhook.labels());
    }

    /** What to set; an empty field means none. */
    WebhookChange request() {
        return new WebhookChange(url, text(description), parts(events), null, text(subtree), parts(labels));
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    private static List<String> parts(String value) {
        return Arrays.stream(text(value).split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** The one that is changed; {@code null} for a new one. */
    public UUID getId() {
        return id;
    }

    public String getUrl() {
        return url;
    }

    public void setUrl(String url) {
        this.url = url;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public String getEvents() {
        return events;
    }

    public void setEvents(String events) {
        this.events = events;
    }

    public String getSubtree() {
        return subtree;
    }

    public void setSubtree(String subtree) {
        this.subtree = subtree;
    }

    public String getLabels() {
        return labels;
    }

    public void setLabels(String labels) {
        this.labels = labels;
    }
}
