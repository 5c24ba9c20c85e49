package io.strata.screens;

import io.strata.access.CurrentCaller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Serves the single-page workspace. Every address below {@value #ROOT} that is no file of it is one of its pages and gets
 * the same document, so that addresses can be sent to others; whoever is not signed in signs in first and comes back.
 *
 * <p>The names of files change with their content, so browsers may keep them; the document names them and is asked for
 * each time.
 */
public class WorkspacePages extends HttpFilter {

    private static final long serialVersionUID = 1L;

    /** Where the workspace is. */
    static final String ROOT = "/app/";

    private static final String FILES = ROOT + "assets/";
    private static final String DOCUMENT = ROOT + "index.html";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getServletPath();
        if (path.startsWith(FILES)) {
            serveFile(path, request, response, chain);
        } else if (CurrentCaller.find().isEmpty()) {
            SignInPage.askFor(request, response);
        } else {
            response.setHeader("Cache-Control", "no-cache");
            request.getRequestDispatcher(DOCUMENT).forward(request, response);
        }
    }

    private void serveFile(String path, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (getServletContext().getResource(path) == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
            chain.doFilter(request, response);
        }
    }
}
