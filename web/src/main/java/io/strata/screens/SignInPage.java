package io.strata.screens;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The page to which those go who are not signed in. */
final class SignInPage {

    private SignInPage() {}

    /**
     * Answers with the way to the sign-in page, which leads back to what was asked for. A partial request of a screen is
     * told in the form that its script understands.
     */
    static void askFor(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean partial = "partial/ajax".equals(request.getHeader("Faces-Request"));
        String path = request.getRequestURI();
        if (!partial && request.getQueryString() != null) {
            path += "?" + request.getQueryString();
        }
        String signIn =
                request.getContextPath() + "/login.xhtml?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
        if (partial) {
            response.setContentType("text/xml;charset=UTF-8");
            response.getWriter()
                    .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                            + signIn.replace("&", "&amp;").replace("\"", "&quot;") + "\"/></partial-response>");
        } else {
            response.sendRedirect(signIn);
        }
    }
}
