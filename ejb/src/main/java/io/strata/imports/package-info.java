/**
 * Projects as files: exported as JSON or, their issues, as CSV, and imported from both. Nothing is kept here; the truth is
 * {@code graph}'s and {@code content}'s. The way in is {@link io.strata.imports.ExportService} and
 * {@link io.strata.imports.ImportService}; {@link io.strata.imports.ProjectFile} is the form of the file.
 */
package io.strata.imports;
