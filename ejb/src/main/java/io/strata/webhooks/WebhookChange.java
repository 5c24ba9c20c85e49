package io.strata.webhooks;

import io.strata.common.Validation;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What to set on a webhook; {@code null} leaves a part as it is. A new one needs at least the address.
 *
 * @param url http or https, without user name or fragment
 * @param events filters: {@code *}, {@code node.*}, {@code node.created}; a new webhook without any hears everything
 * @param subtree a node by id or short id: only events about it and what is below it; empty text: the whole project
 * @param labels only events about nodes that have one of them; an empty list: any node
 */
public record WebhookChange(
        String url, String description, List<String> events, Boolean active, String subtree, List<String> labels) {

    private static final int MAXIMUM_URL = 2048;
    private static final int MAXIMUM_DESCRIPTION = 500;
    private static final int MAXIMUM_EVENTS = 50;
    private static final int MAXIMUM_LABELS = 50;
    private static final int MAXIMUM_LABEL = 100;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    WebhookChange withDefaults() {
        return new WebhookChange(url, description, events == null ? List.of("*") : events, active, subtree, labels);
    }

    Validation validate() {
        Validation validation = new Validation().optionalText("description", description, MAXIMUM_DESCRIPTION);
        if (url != null && !isDestination(url)) {
            validation.problem("url", "must be an http or https address without user name or fragment");
        }
        if (events != null && !areFilters(events)) {
            validation.problem("events", "must be 1 to 50 filters such as *, node.* or node.created");
        }
        validation.optionalText("subtree", subtree, 100);
        if (labels != null && !areLabels(labels)) {
            validation.problem("labels", "must be at most 50 texts of 1 to 100 characters");
        }
        return validation;
    }

    private static boolean areLabels(List<String> labels) {
        return labels.size() <= MAXIMUM_LABELS
                && labels.stream()
                        .allMatch(label -> label != null && !label.isBlank() && label.length() <= MAXIMUM_LABEL);
    }

    private static boolean areFilters(List<String> events) {
        return !events.isEmpty()
                && events.size() <= MAXIMUM_EVENTS
                && events.stream().allMatch(EventFilter::isWellFormed);
    }

    private static boolean isDestination(String text) {
        try {
            URI uri = new URI(text).parseServerAuthority();
            return text.length() <= MAXIMUM_URL
                    && uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getFragment() == null
                    && uri.getPort() <= 65535;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
