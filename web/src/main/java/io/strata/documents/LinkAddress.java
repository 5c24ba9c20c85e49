package io.strata.documents;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The short address of a link to a document, which people hand on; {@link LinkResource} answers. */
@WebServlet("/s/*")
public class LinkAddress extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String secret =
                request.getPathInfo() == null ? "" : request.getPathInfo().substring(1);
        if (!secret.matches("[A-Za-z0-9_-]{1,100}")) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.getRequestDispatcher("/api/v1/s/" + secret).forward(request, response);
    }
}
