package io.strata.common;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;

/**
 * Gives errors of the API their one form where the server would show a page: before a request reaches an endpoint, for
 * example because of a media type that is none.
 */
public class ErrorForm extends HttpFilter {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, new Enveloped(response));
    }

    private static final class Enveloped extends HttpServletResponseWrapper {

        Enveloped(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendError(int status) throws IOException {
            ProblemResponse.send(this, new WebApplicationException(status));
        }

        @Override
        public void sendError(int status, String message) throws IOException {
            sendError(status);
        }
    }
}
