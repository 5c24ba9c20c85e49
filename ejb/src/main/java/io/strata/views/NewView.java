package io.strata.views;

import io.strata.common.RequiredFields;

/**
 * A view to be kept.
 *
 * @param shared whether others see it; only its owner when it is {@code null}
 */
@RequiredFields({"name", "definition"})
public record NewView(String name, Boolean shared, ViewDefinition definition) {}
