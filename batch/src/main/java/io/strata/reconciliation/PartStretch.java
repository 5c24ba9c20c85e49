package io.strata.reconciliation;

import io.strata.jobs.JobPart;

/** A stretch and the part of the walk that it belongs to. */
record PartStretch(JobPart part, Stretch stretch) {}
