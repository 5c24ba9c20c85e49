package io.strata.screens;

import io.strata.access.Action;
import io.strata.access.Caller;
import io.strata.access.CurrentCaller;
import io.strata.access.Refusal;
import io.strata.common.ProblemType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Stands before the administration and people's own account: whoever is not signed in goes to the sign-in page and comes
 * back afterwards; who is signed in but no administrator learns that the administration is not theirs. The services
 * check again for themselves.
 */
public class AdministrationGate extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Event<Refusal> refusals;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Optional<Caller> caller = CurrentCaller.find();
        if (caller.isEmpty()) {
            SignInPage.askFor(request, response);
        } else if (request.getServletPath().startsWith("/admin")
                && !caller.get().administrator()) {
            refusals.fire(new Refusal(
                    caller.get(),
                    Action.SYSTEM_READ,
                    request.getServletPath(),
                    List.of(),
                    ProblemType.FORBIDDEN,
                    "The administration is for administrators of the installation."));
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            response.setHeader("Cache-Control", "no-store");
            chain.doFilter(request, response);
        }
    }
}
