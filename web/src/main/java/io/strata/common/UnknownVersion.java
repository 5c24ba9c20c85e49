package io.strata.common;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers below {@code /api} where no version of the API does, in the API's own words. */
@WebServlet("/api/*")
public class UnknownVersion extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ProblemResponse.send(response, ProblemType.NOT_FOUND, "There is nothing under this address.");
    }
}
