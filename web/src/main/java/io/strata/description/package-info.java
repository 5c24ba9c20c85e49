/**
 * The description of the API (OpenAPI 3.1). Paths and schemas are found in the resources by the server; what all
 * endpoints have in common is added here, so that a new one is described completely by its annotations. What is fixed
 * (headers, errors, parameters by their names) is in {@code META-INF/openapi.yaml}.
 */
package io.strata.description;
