package io.strata.accounts;

/** What the audit says of a second factor: whose it is, and nothing that would help to pass it. */
public record SecondFactorEntry(String handle) {}
