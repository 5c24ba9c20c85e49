/**
 * What all screens share: the frame with its navigation, the theme, who is signed in, the gate in front of the
 * administration and the headers that every answer carries. Each feature keeps its own screens beside its resources;
 * the pages are under {@code /admin}. There are no decisions here beyond who may open a screen.
 */
package io.strata.screens;
