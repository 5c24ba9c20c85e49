package io.strata.screens;

import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Who is signed in, for the frame of a screen. */
@Named
@RequestScoped
public class Person {

    public String getDisplayName() {
        return CurrentCaller.find().map(Caller::displayName).orElse("");
    }

    public String getHandle() {
        return CurrentCaller.find().map(Caller::handle).orElse("");
    }

    public boolean isAdministrator() {
        return CurrentCaller.find().map(Caller::administrator).orElse(false);
    }

    /** The first letters of at most two names. */
    public String getInitials() {
        return Arrays.stream(getDisplayName().trim().split("\\s+"))
                .filter(name -> !name.isEmpty())
                .limit(2)
                .map(name -> name.substring(0, name.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining());
    }
}
