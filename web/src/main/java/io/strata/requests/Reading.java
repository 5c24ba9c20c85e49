package io.strata.requests;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Set;
import java.util.TreeSet;

/** The question what is at the address of a request, by the same caller. */
final class Reading extends ReadRequest {

    private static final Set<String> OF_THE_CALLER = headers("Authorization", "Cookie", "Host", "User-Agent");

    Reading(HttpServletRequest request) {
        super(request, new byte[0]);
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public String getQueryString() {
        return null;
    }

    @Override
    public String getContentType() {
        return null;
    }

    @Override
    public int getContentLength() {
        return 0;
    }

    @Override
    public long getContentLengthLong() {
        return 0;
    }

    @Override
    public String getHeader(String name) {
        return OF_THE_CALLER.contains(name) ? super.getHeader(name) : null;
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return OF_THE_CALLER.contains(name) ? super.getHeaders(name) : Collections.emptyEnumeration();
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        return Collections.enumeration(OF_THE_CALLER.stream()
                .filter(name -> super.getHeader(name) != null)
                .toList());
    }

    private static Set<String> headers(String... names) {
        Set<String> headers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        Collections.addAll(headers, names);
        return headers;
    }
}
