package io.strata.common;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The root of the API. */
@ApplicationPath("/api/v1")
public class RestApplication extends Application {}
