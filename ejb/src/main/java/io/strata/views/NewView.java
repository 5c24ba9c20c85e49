package io.strata.views;

/**
 * A view to be kept.
 *
 * @param shared whether others see it; only its owner when it is {@code null}
 */
public record NewView(String name, Boolean shared, ViewDefinition definition) {}
