package io.strata.requests;

import io.strata.common.ProblemResponse;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.ws.rs.WebApplicationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An answer that is held back until what it tells of is certain. Nothing of it reaches the client before. */
final class HeldAnswer extends HttpServletResponseWrapper {

    private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final List<Cookie> cookies = new ArrayList<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private PrintWriter writer;
    private int status = SC_OK;

    HeldAnswer(HttpServletResponse response) {
        super(response);
    }

    /** Whether it tells of a success. */
    boolean isSuccess() {
        return status < 400;
    }

    /** What is kept of it for a repetition. */
    KeptAnswer kept() {
        return new KeptAnswer(
                status, getHeader("Content-Type"), getHeader("Location"), getHeader("ETag"), body.toByteArray());
    }

    /** Lets the client have it. */
    void release(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        headers.forEach((name, values) -> {
            if (name.equalsIgnoreCase("Content-Type")) {
                response.setContentType(values.get(0));
            } else if (!name.equalsIgnoreCase("Content-Length")) {
                response.setHeader(name, values.get(0));
                values.stream().skip(1).forEach(value -> response.addHeader(name, value));
            }
        });
        cookies.forEach(response::addCookie);
        if (body.size() > 0) {
            response.setContentLength(body.size());
            body.writeTo(response.getOutputStream());
        }
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new Held();
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8), true);
        }
        return writer;
    }

    @Override
    public void setStatus(int newStatus) {
        status = newStatus;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void sendError(int newStatus) throws IOException {
        ProblemResponse.send(this, new WebApplicationException(newStatus));
    }

    @Override
    public void sendError(int newStatus, String message) throws IOException {
        sendError(newStatus);
    }

    @Override
    public void setHeader(String name, String value) {
        headers.remove(name);
        addHeader(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
        headers.computeIfAbsent(name, key -> new ArrayList<>()).add(value);
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        addHeader(name, Integer.toString(value));
    }

    @Override
    public boolean containsHeader(String name) {
        return headers.containsKey(name);
    }

    @Override
    public String getHeader(String name) {
        return headers.containsKey(name) ? headers.get(name).get(0) : null;
    }

    @Override
    public Collection<String> getHeaders(String name) {
        return headers.getOrDefault(name, List.of());
    }

    @Override
    public Collection<String> getHeaderNames() {
        return headers.keySet();
    }

    @Override
    public void addCookie(Cookie cookie) {
        cookies.add(cookie);
    }

    @Override
    public void setContentType(String type) {
        setHeader("Content-Type", type);
    }

    @Override
    public String getContentType() {
        return getHeader("Content-Type");
    }

    @Override
    public void setContentLength(int length) {
        // it is known when the answer is released
    }

    @Override
    public void setContentLengthLong(long length) {
        // it is known when the answer is released
    }

    @Override
    public void flushBuffer() {
        // nothing leaves before the answer is released
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void reset() {
        headers.clear();
        cookies.clear();
        status = SC_OK;
        resetBuffer();
    }

    @Override
    public void resetBuffer() {
        body.reset();
    }

    private final class Held extends ServletOutputStream {

        @Override
        public void write(int octet) {
            body.write(octet);
        }

        @Override
        public void write(byte[] octets, int offset, int length) {
            body.write(octets, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("the answer is written at once");
        }
    }
}
